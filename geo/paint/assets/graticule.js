/* The ground around the areas: lines of longitude and latitude under them, the degrees of each at the edges. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const STEPS = [10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05];
  const LEAST_LINES = 2;
  /** Lines are drawn under the areas, their degrees over them, so that no area cuts one off. */
  const [UNDER, OVER] = ["350", "420"];
  /** Pixels across from which on there is room for degrees beside the names of areas. */
  const ROOMY = 600;

  /** Degrees between two lines, so that at least two of them cross the shorter side. @param {number} degrees that it spans */
  const stepFor = (degrees) => STEPS.find((step) => degrees / step >= LEAST_LINES) ?? STEPS[STEPS.length - 1];

  /** @type {(from: number, to: number, step: number) => number[]} */
  const between = (from, to, step) => {
    const first = Math.ceil(from / step);
    const count = Math.max(0, Math.floor(to / step) - first + 1);
    return Array.from({ length: count }, (_, i) => (first + i) * step);
  };

  gp.graticule = { stepFor, between };

  gp.Graticule = class {
    /** @param {GeoView} view */
    constructor(view) {
      this.map = view.map;
      this.words = view.words;
      this.lines = this.ground("gp-ground", UNDER);
      this.degrees = this.ground("gp-degrees", OVER);
    }

    /**
     * @param {string} name
     * @param {string} zIndex
     */
    ground(name, zIndex) {
      const root = s("svg", { class: "gp-graticule leaflet-zoom-hide", width: 1, height: 1, "aria-hidden": "true" });
      const pane = this.map.createPane(name);
      Object.assign(pane.style, { zIndex, pointerEvents: "none" });
      pane.append(root);
      return root;
    }

    /** After each pan, zoom or change of size. */
    draw() {
      const bounds = this.map.getBounds();
      const size = this.map.getSize();
      const [south, north, west, east] = [bounds.getSouth(), bounds.getNorth(), bounds.getWest(), bounds.getEast()];
      const step = stepFor(Math.min(north - south, east - west));
      const corner = this.map.containerPointToLayerPoint([0, 0]);
      const at = (/** @type {number} */ lat, /** @type {number} */ lon) => this.map.latLngToLayerPoint([lat, lon]);
      const rows = between(south, north, step).map((lat) => {
        const { y } = at(lat, west);
        return { d: `M${corner.x} ${y}h${size.x}`, x: corner.x + 6, y: y - 3, text: this.said(lat, "north") };
      });
      const columns = between(west, east, step).map((lon) => {
        const { x } = at(north, lon);
        return { d: `M${x} ${corner.y}v${size.y}`, x: x + 4, y: corner.y + size.y - 6, text: this.said(lon, "east") };
      });
      const all = [...rows, ...columns];
      this.lines.replaceChildren(...all.map(({ d }) => s("path", { d })));
      const told = size.x < ROOMY ? [] : all;
      this.degrees.replaceChildren(...told.map(({ x, y, text }) => s("text", { x, y, text })));
    }

    /**
     * @param {number} degrees
     * @param {"north" | "east"} way
     */
    said(degrees, way) {
      const other = { north: "south", east: "west" }[way];
      return this.words.say(degrees < 0 ? other : way, { degrees: Number(Math.abs(degrees).toFixed(2)) });
    }
  };
})();
