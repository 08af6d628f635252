/* The sheets of one map: those in view are drawn, the others taken off; at a distance none is. */
"use strict";
(() => {
  const gp = window.geoPaint;
  /** Share of the map around it in which sheets are drawn, too. */
  const AROUND = 0.1;
  /** Sheets whose shapes are kept for when they are in view again. */
  const MOST_KEPT = 24;
  /** Zooms between one at which an area fills the map and one that shows it among its neighbours. */
  const NEIGHBOURS = 3.2;
  const BORDERS = { interactive: false, fill: false, smoothFactor: 1, className: "gp-parents" };

  gp.SheetsInView = class {
    /**
     * @param {GeoView} view
     * @param {Sheets} sheets
     */
    constructor(view, sheets) {
      this.view = view;
      this.map = view.map;
      this.sheets = sheets;
      /** Shapes of sheets, those used last at the end. @type {Map<number, AreaLayer[]>} */
      this.made = new Map();
      /** @type {Set<number>} */
      this.wanted = new Set();
      /** @type {Set<number>} */
      this.drawn = new Set();
      this.refreshing = false;
      const { borders = { points: [], steps: [] } } = view.geometry;
      this.borders = L.polyline(gp.sheetLines(borders).map(gp.lines.latlngs), {
        ...BORDERS,
        renderer: L.svg({ pane: "gp-lines", padding: 0.4 }),
      });
      const outlined = sheets.members.reduce((sum, some) => sum + some.length, 0);
      const count = new Intl.NumberFormat(view.words.language).format(outlined);
      this.words = { far: view.words.say("too_small", { count }), failed: view.words.say("sheets_failed") };
    }

    /** Whether areas are too small to be drawn. */
    get far() {
      return this.map.getZoom() < this.sheets.near;
    }

    /** After each pan or zoom. */
    follow() {
      const seen = this.map.getBounds().pad(AROUND);
      const box = /** @type {Bounds} */ ([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()]);
      this.wanted = new Set(this.far ? [] : this.sheets.within(box));
      this.say(this.far ? this.words.far : "");
      for (const sheet of this.drawn) if (!this.wanted.has(sheet)) this.takeOff(sheet);
      for (const sheet of this.wanted) if (!this.drawn.has(sheet)) this.ask(sheet);
      this.outline();
    }

    /** @param {string} text */
    say(text) {
      if (this.view.primary) this.view.frame.layout.sayDistance(text);
    }

    /** How thick borders are, in pixels: where areas are small, a full line would cover them. */
    get weight() {
      return Math.min(1, 0.35 * 2 ** ((this.map.getZoom() - this.sheets.near) / 2));
    }

    /** @param {number} sheet */
    ask(sheet) {
      if (this.sheets.there.has(sheet)) {
        this.draw(sheet);
        return;
      }
      const come = () => {
        if (this.view.gone || !this.wanted.has(sheet) || this.drawn.has(sheet)) return;
        this.draw(sheet);
        this.outline();
      };
      this.sheets.fetch(sheet).then(come, () => this.say(this.words.failed));
    }

    /** @param {number} sheet whose rings are there */
    draw(sheet) {
      const { view } = this;
      const layers = this.made.get(sheet) ?? this.sheets.members[sheet].map((i) => view.layer(view.areas[i], i));
      this.made.delete(sheet);
      this.made.set(sheet, layers);
      this.drawn.add(sheet);
      for (const layer of layers) {
        view.layers[layer.gpIndex] = layer;
        view.colour(layer.gpIndex);
        view.group.addLayer(layer);
      }
      for (const old of this.made.keys())
        if (this.made.size > MOST_KEPT && !this.wanted.has(old)) this.made.delete(old);
      this.refresh();
    }

    /** @param {number} sheet */
    takeOff(sheet) {
      this.drawn.delete(sheet);
      for (const layer of this.made.get(sheet) ?? []) {
        this.view.layers[layer.gpIndex] = undefined;
        this.view.group.removeLayer(layer);
      }
      this.refresh();
    }

    /** Where no areas are drawn, or not yet, the borders of what they lie in show where one is. */
    outline() {
      const bare = this.far || this.drawn.size < this.wanted.size;
      if (bare !== this.map.hasLayer(this.borders)) this.borders[bare ? "addTo" : "removeFrom"](this.map);
    }

    /** What is drawn and written over areas follows once for all sheets that came or went. */
    refresh() {
      if (this.refreshing) return;
      this.refreshing = true;
      requestAnimationFrame(() => {
        this.refreshing = false;
        const { view } = this;
        if (view.gone || !view.states) return;
        view.dash(view.states);
        view.overlays.select(view.overlays.chosen);
        view.frame.comparison.outline();
        view.labels.place();
        view.drawSigns(true);
      });
    }

    /** The areas that are drawn. */
    outlined() {
      return [...this.drawn].flatMap((sheet) => this.sheets.members[sheet]);
    }

    /**
     * Brings the chosen area into view, large enough to be seen, and outlines it.
     * @param {number} area or -1
     */
    async reveal(area) {
      const { view, map } = this;
      const sheet = view.areas[area]?.sheet;
      if (sheet === undefined) return;
      await this.sheets.fetch(sheet).catch(() => this.say(this.words.failed));
      if (view.gone || view.overlays.chosen !== area || !this.sheets.there.has(sheet)) return;
      const box = L.latLngBounds(view.areas[area].rings.flat(2).map(([lon, lat]) => [lat, lon]));
      if (this.far || !map.getBounds().contains(box.getCenter())) {
        const zoom = Math.max(this.sheets.near + 0.5, map.getBoundsZoom(box) - NEIGHBOURS);
        map.setView(box.getCenter(), zoom, { animate: false });
      }
      view.overlays.select(area);
    }
  };
})();
