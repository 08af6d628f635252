/* The small map of the country with the study area and the frame's extent. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const WIDE = 110;
  const STRETCH = 1.6;
  const MARGIN = 8;

  /**
   * A projection of the country into the locator, with the locator's size.
   * @param {Point[][]} country
   */
  const projection = (country) => {
    const xs = country.flat().map((p) => p[0]);
    const ys = country.flat().map((p) => p[1]);
    const [west, east] = [Math.min(...xs), Math.max(...xs)];
    const [south, north] = [Math.min(...ys), Math.max(...ys)];
    const shrink = Math.cos(((north + south) / 2) * (Math.PI / 180));
    const scale = WIDE / Math.max((east - west) * shrink, (north - south) * STRETCH);
    return {
      width: (east - west) * shrink * scale + 2 * MARGIN,
      height: (north - south) * scale + 2 * MARGIN,
      /** @type {(point: Point) => Point} */
      at: ([lon, lat]) => [MARGIN + (lon - west) * shrink * scale, MARGIN + (north - lat) * scale],
    };
  };

  /** The locator, and what moves the frame in it; null where the geometry has no country. */
  gp.locator = (geometry, words) => {
    const { country, capitals = [] } = geometry;
    if (!country) return null;
    const { width, height, at } = projection(country);
    const path = (/** @type {Point[]} */ line) =>
      `M${line
        .map((p) =>
          at(p)
            .map((v) => v.toFixed(1))
            .join(" "),
        )
        .join("L")}Z`;
    const extent = s("rect", { class: "gp-extent" });
    const focus = geometry.groups.find((group) => group.outline);
    const study = focus && focus.outline ? focus.outline.flat().map(path).join("") : "";
    const points = capitals.flatMap((point) => {
      const [x, y] = at([point.lon, point.lat]);
      return [
        s("circle", { cx: x, cy: y, r: 1.8, class: "gp-capital" }),
        s("text", { x: x - 4, y: y + 8, "text-anchor": "end", text: words.name(point) }),
      ];
    });
    const node = s(
      "svg",
      {
        class: "gp-locator",
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "aria-label": words.say("locator"),
      },
      s("path", { d: country.map(path).join(""), class: "gp-country" }),
      s("path", { d: study, class: "gp-study" }),
      extent,
      ...points,
    );
    /** @type {(bounds: Bounds) => void} */
    const follow = ([west, south, east, north]) => {
      const [x0, y0] = at([west, north]).map((v) => Math.max(v, 1));
      const [x1, y1] = at([east, south]);
      const size = { width: Math.min(x1, width - 1) - x0, height: Math.min(y1, height - 1) - y0 };
      for (const [name, value] of Object.entries({ x: x0, y: y0, ...size }))
        extent.setAttribute(name, Math.max(value, 1).toFixed(1));
    };
    return { node, follow };
  };
})();
