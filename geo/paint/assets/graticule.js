/* The ground around the areas: lines of longitude and latitude with their degrees, under everything else. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const STEPS = [10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05];
  const LEAST_LINES = 2;
  const PANE = "gp-ground";

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
      const pane = this.map.createPane(PANE);
      Object.assign(pane.style, { zIndex: "350", pointerEvents: "none" });
      this.root = s("svg", { class: "gp-graticule leaflet-zoom-hide", width: 1, height: 1, "aria-hidden": "true" });
      pane.append(this.root);
    }

    /** After each pan, zoom or change of size. */
    draw() {
      const bounds = this.map.getBounds();
      const size = this.map.getSize();
      const [south, north, west, east] = [bounds.getSouth(), bounds.getNorth(), bounds.getWest(), bounds.getEast()];
      const step = stepFor(Math.min(north - south, east - west));
      const corner = this.map.containerPointToLayerPoint([0, 0]);
      const at = (/** @type {number} */ lat, /** @type {number} */ lon) => this.map.latLngToLayerPoint([lat, lon]);
      const rows = between(south, north, step).flatMap((lat) => {
        const { y } = at(lat, west);
        return this.line(`M${corner.x} ${y}h${size.x}`, corner.x + 6, y - 3, this.said(lat, "north"));
      });
      const columns = between(west, east, step).flatMap((lon) => {
        const { x } = at(north, lon);
        return this.line(`M${x} ${corner.y}v${size.y}`, x + 4, corner.y + size.y - 6, this.said(lon, "east"));
      });
      this.root.replaceChildren(...rows, ...columns);
    }

    /** @type {(d: string, x: number, y: number, text: string) => SVGElement[]} */
    line(d, x, y, text) {
      return [s("path", { d }), s("text", { x, y, text })];
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
