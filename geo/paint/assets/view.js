/* One Leaflet map: its areas and lines, and the paint of a day. It knows no rule. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { bounds, polygon } = gp.lines;
  const NARROW = 600;
  const LEAST_SIZE = 60;
  const MOST_BUTTONS = 60;
  const QUIET_EDGE = "#8a8578";

  class View {
    /**
     * @param {L.Map} map without layers
     * @param {GeoFrame} frame gives words, geometry, inks and the callbacks
     * @param {{primary: boolean}} options
     */
    constructor(map, frame, { primary }) {
      this.map = map;
      this.frame = frame;
      this.primary = primary;
      this.words = frame.words;
      this.geometry = frame.geometry;
      this.areas = frame.geometry.areas;
      this.canvas = frame.useCanvas;
      /** Look of each area as painted, or -1. */
      this.shown = new Int32Array(this.areas.length).fill(-1);
      /** @type {States | null} */
      this.states = null;
      this.day = 0;
      /** @type {ViewInk[]} */
      this.inks = [];
      /** Whether this map is moving because the other one does. */
      this.following = false;
      this.gone = false;
      this.homeZoom = 0;
      this.places = gp.points.order(this.geometry);
      /** Of their signs, in pixels. */
      this.radius = 0;
      gp.prepare(map);
      this.graticule = new gp.Graticule(this);
      this.pointRenderer = L.svg({ pane: "gp-points", padding: 0.4 });
      this.renderer = this.canvas
        ? gp.leaflet.keepingCanvas({ padding: 0.2, weight: () => this.sheets?.weight ?? 1 })
        : L.svg({ padding: 0.4 });
      /** Of areas in sheets only those in view have a shape. @type {(AreaLayer | undefined)[]} */
      this.layers = this.areas.map((area, i) => (area.sheet === undefined ? this.layer(area, i) : undefined));
      const there = this.layers.filter((layer) => layer !== undefined);
      this.group = L.featureGroup([
        ...there.filter((layer) => !gp.points.is(this.areas[layer.gpIndex])),
        ...this.places.flatMap((i) => this.layers[i] ?? []),
      ]);
      this.fitBounds();
      this.group.addTo(map);
      this.paths = this.layers.map((layer) => layer && gp.leaflet.element(layer));
      gp.lines.draw(map, this.geometry);
      const { sheets } = frame;
      if (sheets) this.renderer.addTo(map);
      /** @type {GeoView["sheets"]} */
      this.sheets = sheets && new gp.SheetsInView(this, sheets);
      /** @type {GeoView["counts"]} */
      this.counts = sheets && new gp.Counts(this, sheets);
      this.overlays = new gp.Overlays(this);
      this.furniture = new gp.Furniture(this);
      this.pointer = new gp.Pointer(this);
      this.labels = new gp.Labels(this);
      this.events = new gp.Events(this);
      this.bareMarks = new gp.BareMarks(this);
      this.fit();
      map.on("moveend zoomend resize", () => {
        if (!this.following) this.settle();
      });
      this.settle();
    }

    get narrow() {
      return this.map.getSize().x <= NARROW;
    }

    /** Whether areas are too small to be drawn, and are counted. @returns {boolean} */
    get far() {
      return this.sheets !== null && this.sheets.far;
    }

    get shapesAreButtons() {
      return !this.canvas && this.areas.length <= MOST_BUTTONS;
    }

    /**
     * @param {Area} area
     * @param {number} i
     * @returns {AreaLayer}
     */
    layer(area, i) {
      const place = gp.points.is(area);
      /** @type {L.PathOptions & L.PolylineOptions} */
      const look = {
        renderer: place ? this.pointRenderer : this.renderer,
        className: "gp-area",
        fill: true,
        fillOpacity: 1,
        fillColor: "#fff",
        color: this.frame.edge,
        weight: 1,
        smoothFactor: this.canvas ? 0.8 : 0.6,
      };
      const shape = place
        ? L.circleMarker(gp.points.latLng(area), { ...look, radius: 1 })
        : L.polygon(polygon(area), look);
      return Object.assign(shape, { gpIndex: i });
    }

    /** Wide frames show the focus with its surroundings, narrow ones the focus alone: fingers are big. */
    fitBounds() {
      this.map.invalidateSize({ animate: false });
      gp.leaflet.atLeast(this.map, LEAST_SIZE);
      const { focus, view } = this.geometry;
      const narrow = this.map.getContainer().clientWidth <= NARROW;
      const space = gp.lines.space(narrow, this.places.length > 0, this.frame.layout.covered);
      this.map.fitBounds(bounds(narrow ? focus : view || focus), { ...space, animate: false });
    }

    fit() {
      this.fitBounds();
      this.homeZoom = this.map.getZoom();
    }

    remove() {
      const half = this.map.getContainer().parentElement;
      this.gone = true;
      this.map.remove();
      half?.remove();
    }

    /**
     * Paints a day, touching only the areas whose look changed. Returns how many were touched.
     * @param {States} states
     * @param {number} day
     */
    paint(states, day) {
      const fresh = states !== this.states;
      if (fresh) this.inks = states.looks.map((look) => this.ink(look));
      if (fresh) this.counts?.begin(states);
      this.states = states;
      this.day = day;
      const { shown } = this;
      let touched = 0;
      for (let i = 0; i < shown.length; i += 1) {
        const look = states.lookIndex(i, day);
        if (look === shown[i] && !fresh) continue;
        this.counts?.move(i, fresh ? -1 : shown[i], look);
        shown[i] = look;
        this.apply(i, this.inks[look]);
        touched += 1;
      }
      if (touched) {
        this.dash(states);
        this.overlays.refill();
        this.counts?.draw(fresh);
      }
      this.say(states, fresh);
      return touched;
    }

    /**
     * @param {Look} look
     * @returns {ViewInk}
     */
    ink(look) {
      const fill = this.frame.inks.svg(look);
      const onCanvas = this.canvas ? gp.Inks.canvas(gp.leaflet.pen(this.renderer), look) : fill;
      const edge = look.outline === "dotted" ? QUIET_EDGE : this.frame.edge;
      return { fill, onCanvas, edge, className: `gp-area gp-${look.outline} ${gp.leaflet.INTERACTIVE}` };
    }

    /**
     * @param {number} i
     * @param {ViewInk} ink
     */
    apply(i, ink) {
      const layer = this.layers[i];
      const path = this.paths[i];
      if (!layer) return;
      if (!path) {
        this.colour(i);
        gp.leaflet.repaint(this.renderer, /** @type {L.Polygon} */ (layer));
        return;
      }
      layer.options.fillColor = ink.fill;
      path.setAttribute("fill", ink.fill);
      if (path.getAttribute("class") !== ink.className) path.setAttribute("class", ink.className);
    }

    /**
     * Gives a shape on the canvas the colours of what its area shows.
     * @param {number} i
     */
    colour(i) {
      const ink = this.inks[this.shown[i]];
      const options = this.layers[i]?.options;
      if (!ink || !options) return;
      options.fillColor = /** @type {string} */ (ink.onCanvas);
      options.color = ink.edge;
    }

    /** The areas with an outline that is on the map. @returns {Iterable<number>} */
    outlined() {
      return this.sheets ? this.sheets.outlined() : this.areas.keys();
    }

    /** @param {States} states */
    dash(states) {
      const dashed = states.looks.map((look) => look.outline === "dashed");
      /** @type {number[]} */
      const wanted = [];
      if (dashed.includes(true)) this.shown.forEach((look, i) => dashed[look] && this.layers[i] && wanted.push(i));
      this.overlays.dash(wanted);
    }

    /**
     * What surrounds the fills: badge, words under the names, tooltip, shape names.
     * @param {States} states
     * @param {boolean} fresh whether the narrator is another
     */
    say(states, fresh) {
      this.furniture.sayDay(states.iso(this.day));
      this.labels.update(fresh);
      this.drawSigns(fresh);
      this.pointer.sayAgain();
      if (this.shapesAreButtons)
        this.paths.forEach((path, i) =>
          path?.setAttribute("aria-label", `${this.words.full(this.areas[i])}: ${this.sentence(i)}`),
        );
    }

    /**
     * How an area stands, in words.
     * @param {number} i
     */
    sentence(i) {
      return this.states ? gp.sentence(this.words, this.states.at(i, this.day)) : "";
    }

    /** @param {boolean} moved whether places on the screen are others, too */
    drawSigns(moved) {
      this.events.draw(moved);
      this.bareMarks.draw(moved);
    }

    /**
     * What an area is filled with today, as SVG paints it.
     * @param {number} i
     */
    fillOf(i) {
      return this.inks[this.shown[i]]?.fill ?? "#fff";
    }

    /** After each pan, zoom or change of size: labels, scale, and whether one finger pans or scrolls the page. */
    settle() {
      const { classList } = this.map.getContainer();
      classList.toggle("gp-map-narrow", this.narrow);
      if (this.places.length) gp.points.size(this, this.map.getZoom() - this.homeZoom);
      this.sheets?.follow();
      this.furniture.follow();
      this.counts?.place();
      this.labels.place();
      this.drawSigns(true);
      this.furniture.drawScale();
      this.graticule.draw();
      const finger = window.matchMedia("(pointer: coarse)").matches;
      const away = this.map.getZoom() - this.homeZoom;
      const home = away <= 0.01;
      this.map.dragging[finger && home ? "disable" : "enable"]();
      classList.toggle("gp-page-scrolls", finger && home);
      classList.toggle("gp-home", Math.abs(away) < 0.01);
    }
  }

  gp.View = View;
})();
