/* Outlines above the areas: changing hands, selected, differing from the other map. */
"use strict";
(() => {
  const gp = window.geoPaint;

  class Overlays {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.renderer = L.svg({ pane: "gp-over", padding: 0.4 });
      /** @type {Overlay} */
      this.dashes = { key: "", layers: [] };
      /** @type {Overlay} */
      this.selection = { key: "", layers: [] };
      /** @type {Overlay} */
      this.differences = { key: "", layers: [] };
    }

    /**
     * Outlines of areas that are changing hands: dashes on a light casing, above the neighbours' lines.
     * @param {number[]} indexes
     */
    dash(indexes) {
      this.dashes = this.drawn(this.dashes, indexes, ["gp-dash-casing", "gp-dash"]);
    }

    /** @param {number} index of the selected area, or -1 */
    select(index) {
      this.selection = this.drawn(this.selection, index < 0 ? [] : [index], ["gp-select-outer", "gp-select-inner"]);
      this.raiseSelection();
    }

    /** @param {number[]} indexes */
    differ(indexes) {
      this.differences = this.drawn(this.differences, indexes, ["gp-differ-outer", "gp-differ-inner"]);
      this.raiseSelection();
    }

    raiseSelection() {
      this.selection.layers.forEach((layer) => layer.bringToFront());
    }

    /**
     * Draws area outlines as stacked lines; keeps what is already drawn for the same areas.
     * @param {Overlay} old
     * @param {number[]} indexes
     * @param {string[]} classes
     * @returns {Overlay}
     */
    drawn(old, indexes, classes) {
      const key = indexes.join();
      if (old.key === key) return old;
      old.layers.forEach((layer) => layer.remove());
      if (!indexes.length) return { key, layers: [] };
      const { areas, map } = this.view;
      const lines = gp.lines.outlines(indexes.map((i) => areas[i]));
      const still = { renderer: this.renderer, interactive: false, fill: false, smoothFactor: 0.6 };
      return { key, layers: classes.map((className) => L.polyline(lines, { ...still, className }).addTo(map)) };
    }
  }

  gp.Overlays = Overlays;
})();
