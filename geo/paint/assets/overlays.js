/* Outlines above the areas: changing hands, selected, differing from the other map. */
"use strict";
(() => {
  const gp = window.geoPaint;

  /** How much larger than its sign an outline around a place is, in pixels. */
  const AROUND = /** @type {Record<string, number>} */ ({
    "gp-dash-casing": 1,
    "gp-dash": 1,
    "gp-select-outer": 3.2,
    "gp-select-inner": 3.2,
    "gp-differ-outer": 2,
    "gp-differ-inner": 2,
    "gp-surely-outer": 2,
    "gp-surely-inner": 2,
    "gp-focus-casing": 2,
    "gp-focus": 2,
  });
  const RAISED = "gp-raised";

  class Overlays {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.renderer = L.svg({ pane: "gp-over", padding: 0.4 });
      /** @type {Overlay} */
      this.dashes = { key: "", layers: [] };
      /** @type {Overlay} */
      this.selection = { key: "", layers: [] };
      /** The selected area, or -1. */
      this.chosen = -1;
      /** @type {Overlay} */
      this.differences = { key: "", layers: [] };
      /** @type {Overlay} */
      this.certainties = { key: "", layers: [] };
      /** @type {Overlay} */
      this.focused = { key: "", layers: [] };
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
      this.chosen = index;
      this.selection = this.drawn(this.selection, index < 0 ? [] : [index], [
        RAISED,
        "gp-select-outer",
        "gp-select-inner",
      ]);
      this.refill();
      this.raiseSelection();
    }

    /**
     * @param {number[]} indexes of areas for which the two maps name other holders
     * @param {number[]} surely of those whose holder is the same, said with other certainty
     */
    differ(indexes, surely) {
      this.certainties = this.drawn(this.certainties, surely, ["gp-surely-outer", "gp-surely-inner"]);
      this.differences = this.drawn(this.differences, indexes, ["gp-differ-outer", "gp-differ-inner"]);
      this.raiseSelection();
    }

    /** @param {number} index of the area under the keyboard, or -1 */
    focus(index) {
      this.focused = this.drawn(this.focused, index < 0 ? [] : [index], ["gp-focus-casing", "gp-focus"]);
    }

    raiseSelection() {
      this.selection.layers.forEach((layer) => layer.bringToFront());
    }

    /**
     * Draws area outlines as stacked lines; keeps what is already drawn for the same areas.
     * @param {Overlay} old
     * Of areas in sheets those can be drawn that have come.
     * @param {number[]} indexes
     * @param {string[]} classes
     * @returns {Overlay}
     */
    drawn(old, indexes, classes) {
      const { areas } = this.view;
      const there = indexes.filter((i) => areas[i].rings.length || gp.points.is(areas[i]));
      const key = there.join();
      if (old.key === key) return old;
      old.layers.forEach((layer) => layer.remove());
      if (!there.length) return { key, layers: [] };
      const lines = gp.lines.outlines(there.map((i) => areas[i]));
      const places = there.filter((i) => gp.points.is(areas[i]));
      const made = classes.flatMap((className) => [
        ...(lines.length && className !== RAISED ? [this.line(lines, className)] : []),
        ...places.map((i) => this.ring(i, className)),
      ]);
      return { key, layers: made.map((layer) => layer.addTo(this.view.map)) };
    }

    /**
     * @param {Point[][]} lines
     * @param {string} className
     */
    line(lines, className) {
      const still = { renderer: this.renderer, interactive: false, fill: false, smoothFactor: 0.6 };
      return L.polyline(lines, { ...still, className });
    }

    /**
     * A ring around a place; `gp-raised` is its sign once more, above those of its neighbours.
     * @param {number} i
     * @param {string} className
     */
    ring(i, className) {
      const { radius, areas } = this.view;
      const raised = className === RAISED;
      const around = AROUND[className] ?? 0;
      const look = { fill: raised, fillOpacity: 1, weight: 1, radius: radius + around };
      const still = { renderer: this.renderer, interactive: false, className: `gp-ring ${className}` };
      return Object.assign(L.circleMarker(gp.points.latLng(areas[i]), { ...still, ...look }), {
        gpIndex: i,
        gpAround: around,
      });
    }

    /** Signs have another size now. */
    resize() {
      for (const { layers } of [this.dashes, this.selection, this.differences, this.certainties, this.focused])
        for (const layer of layers) if ("gpAround" in layer) layer.setRadius(this.view.radius + layer.gpAround);
    }

    /** A chosen place is drawn above its neighbours, in what it shows today. */
    refill() {
      for (const layer of this.selection.layers)
        if ("gpAround" in layer && layer.options.fill) layer.setStyle({ fillColor: this.view.fillOf(layer.gpIndex) });
    }
  }

  gp.Overlays = Overlays;
})();
