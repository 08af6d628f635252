/* Where the capital lies, once it is out of sight: an arrow at the map's edge, and how far it is from the middle of the map's focus. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const EDGE = 12;
  const HIGH = 18;

  /** Where a line from the middle of a box to a point outside leaves it. @type {(size: {x: number, y: number}, to: {x: number, y: number}, inset: {x: number, y: number}) => {x: number, y: number}} */
  const leaving = (size, to, inset) => {
    const half = { x: size.x / 2, y: size.y / 2 };
    const way = { x: to.x - half.x, y: to.y - half.y };
    const room = { x: half.x - inset.x, y: half.y - inset.y };
    const share = Math.min(room.x / Math.abs(way.x || 1e-9), room.y / Math.abs(way.y || 1e-9));
    return { x: half.x + way.x * share, y: half.y + way.y * share };
  };

  gp.leaving = leaving;

  gp.Way = class {
    /** @param {GeoView} view */
    constructor(view) {
      this.map = view.map;
      this.words = view.words;
      this.capital = view.geometry.capitals?.[0] ?? null;
      const [west, south, east, north] = view.geometry.focus;
      /** From here it is measured: the same at every zoom, on every screen. */
      this.middle = L.latLng((south + north) / 2, (west + east) / 2);
      this.box = s("svg", { class: "gp-way", height: HIGH, hidden: true, "aria-hidden": "true" });
      view.map.getContainer().append(this.box);
    }

    /** After each pan, zoom or change of size. */
    draw() {
      const { capital, map, box, words } = this;
      if (!capital) return;
      const there = L.latLng(capital.lat, capital.lon);
      const size = map.getSize();
      const inSight = map.getBounds().contains(there);
      box.toggleAttribute("hidden", inSight);
      box.style.display = inSight ? "none" : "";
      if (inSight) return;
      const count = Math.round(map.distance(this.middle, there) / 1000);
      const text = words.say("way", { name: words.name(capital), count });
      const wide = gp.seats.width(text, "word") + 24;
      const to = map.latLngToContainerPoint(there);
      const at = leaving(size, to, { x: wide / 2 + EDGE, y: HIGH / 2 + EDGE });
      const turn = (Math.atan2(to.y - at.y, to.x - at.x) * 180) / Math.PI;
      box.setAttribute("width", String(wide));
      box.style.transform = `translate(${(at.x - wide / 2).toFixed(1)}px, ${(at.y - HIGH / 2).toFixed(1)}px)`;
      box.replaceChildren(
        s("path", { d: "M-5 -4L6 0L-5 4Z", transform: `translate(9 9) rotate(${turn.toFixed(0)})` }),
        s("text", { x: 20, y: 13, text }),
      );
    }
  };
})();
