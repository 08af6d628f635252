/* Towns and passes: their signs, and names beside them where there is room. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const { width, overlaps } = gp.seats;

  /**
   * @param {Labels} labels
   * @param {SVGGElement} group
   * @param {string} name
   * @param {number} x
   * @param {number} y
   */
  const named = ({ frame, taken }, group, name, x, y) => {
    const w = width(name, "place");
    /** @type {[dx: number, dy: number, anchor: string][]} */
    const seats = [
      [7, 3.5, "start"],
      [-7, 3.5, "end"],
      [0, -8, "middle"],
      [0, 15, "middle"],
    ];
    for (const [dx, dy, anchor] of seats) {
      const left = x + dx - (anchor === "end" ? w : anchor === "middle" ? w / 2 : 0);
      const box = { x0: left, x1: left + w, y0: y + dy - 9, y1: y + dy + 3 };
      const out = box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1;
      if (out || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      group.append(s("text", { x: dx, y: dy, "text-anchor": anchor, text: name }));
      return;
    }
  };

  /**
   * @param {Labels} labels
   * @param {Place} place
   * @param {boolean} silent whether an area's name says it already
   */
  const placed = (labels, place, silent) => {
    const { frame, map, taken } = labels;
    const { x, y } = map.latLngToContainerPoint([place.lat, place.lon]);
    const dot = { x0: x - 4, x1: x + 4, y0: y - 4, y1: y + 4 };
    if (x < frame.x0 || x > frame.x1 || y < frame.y0 || y > frame.y1) return;
    if (taken.some((box) => overlaps(dot, box))) return;
    taken.push(dot);
    const at = map.containerPointToLayerPoint([x, y]);
    const transform = `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})`;
    const group = s("g", { class: `gp-place gp-place-${place.symbol}`, transform });
    group.append(...gp.symbol(place.symbol));
    labels.root.append(group);
    if (!silent) named(labels, group, labels.view.words.name(place), x, y);
  };

  gp.towns = {
    place(labels) {
      for (const place of labels.view.geometry.places || []) placed(labels, place, labels.areaNames.has(place.name));
    },
  };
})();
