/* Signs drawn from the table of geo/paint/shapes.py, the same that the picture export draws. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;

  /**
   * SVG path of a line; one that comes back to its first point is closed.
   * @param {Point[]} line
   */
  const path = (line) => {
    const closed = line.length > 2 && String(line[0]) === String(line[line.length - 1]);
    const points = closed ? line.slice(0, -1) : line;
    return `M${points.map((point) => point.join(" ")).join("L")}${closed ? "Z" : ""}`;
  };

  /** @type {(d: string, className?: string) => SVGElement[]} */
  const onHalo = (d, className) => [s("path", { d, class: "gp-halo" }), s("path", { d, class: className })];

  /** The table; the frame puts it here before it draws. */
  gp.shapes = { mark_box: 12, textures: {}, marks: {}, symbols: {}, dots: {}, bar_km: [1] };

  /** A drawn mark (crossed strokes, struck equals sign) on a white halo. */
  gp.mark = (name, size = 11) => {
    const box = gp.shapes.mark_box;
    const attributes = {
      class: `gp-mark gp-mark-${name}`,
      viewBox: `0 0 ${box} ${box}`,
      width: size,
      height: size,
      "aria-hidden": "true",
    };
    return s("svg", attributes, ...onHalo(gp.shapes.marks[name].map(path).join(" ")));
  };

  /** The sign of a place around the point (0, 0). */
  gp.symbol = (kind) => {
    const { symbols, dots } = gp.shapes;
    if (kind in symbols) return onHalo(path(symbols[kind]), `gp-${kind}`);
    const dot = s("circle", { r: dots[kind] ?? dots.town, class: "gp-town" });
    return kind === "seat" ? [dot, s("circle", { r: 1.2, class: "gp-seat" })] : [dot];
  };
})();
