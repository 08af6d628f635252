/* One Leaflet map: areas, lines, places, badge, scale, locator, tooltip. It paints a day; it knows no rule. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h, s } = gp;
  const NARROW = 600;
  const TOUCHED_MS = 2500;
  const KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

  const latlngs = (line) => line.map(([lon, lat]) => [lat, lon]);
  const bounds = ([w, south, e, n]) => L.latLngBounds([south, w], [n, e]);
  const closed = (line) => latlngs([...line, line[0]]);
  const polygon = (area) => area.rings.map((rings) => rings.map(latlngs));

  /** Outlines of areas in which a border that two of them share is drawn once, so that dashes stay dashes. */
  const outlines = (areas) => {
    const seen = new Set();
    const lines = [];
    for (const ring of areas.flatMap((area) => area.rings.flat())) {
      let run = null;
      ring.forEach((point, i) => {
        const next = ring[(i + 1) % ring.length];
        const edge = [point.join(), next.join()].sort().join("|");
        if (seen.has(edge)) run = null;
        else if (run) run.push(next);
        else lines.push((run = [point, next]));
        seen.add(edge);
      });
    }
    return lines.map(latlngs);
  };

  /** Leaflet's canvas with a kept path per area: a day repaints the changed areas only, hatches included. */
  const Canvas = L.Canvas.extend({
    _updatePoly(layer) {
      if (this._drawing) this.gpDraw(layer);
    },

    gpDraw(layer) {
      const pen = this._ctx;
      if (!layer._parts || !layer._parts.length) return;
      if (layer.gpParts !== layer._parts) {
        layer.gpParts = layer._parts;
        layer.gpPath = new Path2D();
        for (const part of layer._parts) {
          part.forEach((point, i) => layer.gpPath[i ? "lineTo" : "moveTo"](point.x, point.y));
          layer.gpPath.closePath();
        }
      }
      pen.fillStyle = layer.options.fillColor;
      pen.fill(layer.gpPath, "evenodd");
      pen.strokeStyle = layer.options.color;
      pen.lineWidth = layer.options.weight;
      pen.stroke(layer.gpPath);
    },
  });

  gp.View = class {
    /** `map` is a Leaflet map without layers; `frame` gives words, geometry, inks and the callbacks. */
    constructor(map, frame, { primary }) {
      Object.assign(this, { map, frame, primary, words: frame.words, geometry: frame.geometry });
      this.areas = this.geometry.areas;
      this.indexOf = frame.indexOf;
      this.shown = new Int32Array(this.areas.length).fill(-1);
      this.paths = [];
      this.selected = null;
      this.differing = new Map();
      this.panes();
      this.drawAreas();
      this.drawLines();
      this.furniture();
      this.behave();
      this.labels = new gp.Labels(this);
      this.fit();
      map.on("moveend zoomend resize", () => this.following || this.settle());
      this.settle();
    }

    get narrow() {
      return this.map.getSize().x <= NARROW;
    }

    panes() {
      const { map } = this;
      map.options.zoomSnap = 0;
      map.options.zoomDelta = 0.5;
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) map._zoomAnimated = false;
      map.options.wheelPxPerZoomLevel = 120;
      if (map.attributionControl) map.attributionControl.remove();
      const levels = { "gp-lines": 410, "gp-over": 420, "gp-labels": 430 };
      for (const [name, level] of Object.entries(levels)) {
        const pane = map.createPane(name);
        pane.style.zIndex = level;
        pane.style.pointerEvents = "none";
      }
      this.canvas = this.frame.useCanvas;
      this.renderer = this.canvas ? new Canvas({ padding: 0.2 }) : L.svg({ padding: 0.4 });
      this.lines = L.svg({ pane: "gp-lines", padding: 0.4 });
      this.over = L.svg({ pane: "gp-over", padding: 0.4 });
    }

    drawAreas() {
      const style = { renderer: this.renderer, className: "gp-area", fill: true, fillOpacity: 1, fillColor: "#fff" };
      Object.assign(style, { color: this.frame.edge, weight: 1, smoothFactor: this.canvas ? 0.8 : 0.6, lineJoin: "round" });
      this.layers = this.areas.map((area, i) => {
        const layer = L.polygon(polygon(area), style);
        layer.gpIndex = i;
        return layer;
      });
      this.group = L.featureGroup(this.layers);
    }

    drawLines() {
      const still = { interactive: false, fill: false, smoothFactor: 0.6 };
      const line = (renderer, points, className) =>
        L.polyline(points, { ...still, renderer, className }).addTo(this.map);
      this.fitBounds();
      this.group.addTo(this.map);
      if (!this.canvas) this.paths = this.layers.map((layer) => layer._path);
      for (const group of this.geometry.groups)
        if (group.outline) line(this.lines, group.outline.flat().map(closed), "gp-group");
      for (const course of this.geometry.river || []) {
        line(this.lines, latlngs(course), "gp-river-bank");
        line(this.lines, latlngs(course), "gp-river");
      }
    }

    /** Wide frames show the focus with its surroundings, narrow ones the focus alone: fingers are big. */
    fitBounds() {
      this.map.invalidateSize({ animate: false });
      const size = this.map.getSize();
      if (size.x < 60 || size.y < 60) this.map._size = L.point(Math.max(size.x, 60), Math.max(size.y, 60));
      const { focus, view } = this.geometry;
      const narrow = this.map.getContainer().clientWidth <= NARROW;
      const space = narrow ? { padding: [8, 8] } : { paddingTopLeft: [18, 18], paddingBottomRight: [52, 18] };
      this.map.fitBounds(bounds(narrow ? focus : view || focus), { ...space, animate: false });
    }

    fit() {
      this.fitBounds();
      this.homeZoom = this.map.getZoom();
    }

    furniture() {
      const box = this.map.getContainer();
      box.classList.add("gp-map");
      box.setAttribute("role", "group");
      this.badge = h("div", { class: "gp-badge", id: this.primary ? "control-date" : null });
      this.scale = s("svg", { class: "gp-scale", "aria-hidden": "true" });
      this.zoom = h("div", { class: "gp-zoom" },
        this.lever("zoom_in", "M6.5 1.5V11.5M1.5 6.5H11.5", () => this.map.zoomIn(0.5)),
        this.lever("zoom_out", "M1.5 6.5H11.5", () => this.map.zoomOut(0.5)),
        this.lever("whole_view", "M1.5 4.5V1.5H4.5M8.5 1.5H11.5V4.5M11.5 8.5V11.5H8.5M4.5 11.5H1.5V8.5", () => this.fit()));
      this.tip = h("div", { class: "gp-tip", hidden: true, role: "tooltip" }, h("b", {}), h("span", {}));
      this.title = h("h2", { class: "gp-title", hidden: true });
      box.before(this.title);
      for (const node of [this.badge, this.zoom, this.scale, this.locator(), this.tip]) if (node) box.append(node);
      for (const node of [this.badge, this.zoom]) L.DomEvent.disableClickPropagation(node);
    }

    lever(key, d, onclick) {
      const picture = s("svg", { viewBox: "0 0 13 13", width: 13, height: 13, "aria-hidden": "true" }, s("path", { d }));
      return h("button", { type: "button", "aria-label": this.words.say(key), title: this.words.say(key), onclick }, picture);
    }

    entitle(text) {
      this.title.textContent = text;
      this.title.hidden = !text;
      this.map.getContainer().setAttribute("aria-label", [text, this.words.say("map_label")].filter(Boolean).join(": "));
    }

    remove() {
      const half = this.map.getContainer().parentNode;
      this.gone = true;
      this.map.remove();
      half.remove();
    }

    locator() {
      const { country, capitals: points = [], bounds: area } = this.geometry;
      if (!country || !this.primary) return null;
      const xs = country.flat().map((p) => p[0]);
      const ys = country.flat().map((p) => p[1]);
      const west = Math.min(...xs);
      const north = Math.max(...ys);
      const shrink = Math.cos(((north + Math.min(...ys)) / 2) * (Math.PI / 180));
      const scale = 110 / Math.max((Math.max(...xs) - west) * shrink, (north - Math.min(...ys)) * 1.6);
      const at = ([lon, lat]) => [8 + (lon - west) * shrink * scale, 8 + (north - lat) * scale];
      const path = (line) => `M${line.map((p) => at(p).map((v) => v.toFixed(1)).join(" ")).join("L")}Z`;
      const width = (Math.max(...xs) - west) * shrink * scale + 16;
      const height = (north - Math.min(...ys)) * scale + 16;
      const [x0, y0] = at([area[0], area[3]]);
      const [x1, y1] = at([area[2], area[1]]);
      const focus = this.geometry.groups.find((group) => group.outline);
      const study = focus ? focus.outline.flat().map(path).join("") : "";
      return s(
        "svg",
        { class: "gp-locator", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": this.words.say("locator") },
        s("path", { d: country.map(path).join(""), class: "gp-country" }),
        s("path", { d: study, class: "gp-study" }),
        s("rect", { x: x0 - 2, y: y0 - 2, width: x1 - x0 + 4, height: y1 - y0 + 4, class: "gp-extent" }),
        ...points.flatMap((point) => this.locatorPoint(at([point.lon, point.lat]), point)),
      );
    }

    locatorPoint([x, y], point) {
      return [
        s("circle", { cx: x, cy: y, r: 1.8, class: "gp-capital" }),
        s("text", { x: x - 4, y: y + 8, "text-anchor": "end", text: this.words.name(point) }),
      ];
    }

    behave() {
      const { map } = this;
      map.scrollWheelZoom.disable();
      const box = map.getContainer();
      box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
      box.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
      box.addEventListener("wheel", (event) => this.wheel(event), { capture: true, passive: false });
      const layer = (event) => event.propagatedFrom || event.layer;
      this.group.on("click", (event) => {
        L.DomEvent.stop(event.originalEvent);
        const named = this.labels.at(event.containerPoint);
        this.frame.choose(this.areas[named < 0 ? layer(event).gpIndex : named].id, null);
        if (matchMedia("(hover: none)").matches) setTimeout(() => this.hover(-1), TOUCHED_MS);
      });
      this.group.on("mousemove mouseover", (event) => this.hover(layer(event).gpIndex, event.containerPoint));
      this.group.on("mouseout", () => this.hover(-1));
      if (!this.canvas && this.areas.length <= 60) this.reachable();
    }

    /** The page scrolls over the map unless the reader holds ctrl or has clicked into the map. */
    wheel(event) {
      const { scrollWheelZoom } = this.map;
      if (!event.ctrlKey || scrollWheelZoom.enabled()) return;
      scrollWheelZoom.enable();
      setTimeout(() => scrollWheelZoom.disable(), 0);
    }

    /** Every shape can be reached and chosen with the keyboard (small maps; big ones use list and strip). */
    reachable() {
      this.paths.forEach((path, i) => {
        build(path, { tabindex: "0", role: "button" });
        path.addEventListener("focus", () => {
          if (path.matches(":focus-visible")) this.hover(i, this.map.latLngToContainerPoint(this.layers[i].getCenter()));
        });
        path.addEventListener("blur", () => this.hover(-1));
        path.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          this.frame.choose(this.areas[i].id, null);
        });
      });
    }

    hover(i, point) {
      this.hovered = i;
      this.tip.hidden = i < 0 || !this.states;
      if (this.tip.hidden) return;
      this.tip.firstChild.textContent = this.words.name(this.areas[i]);
      this.tip.lastChild.textContent = gp.sentence(this.words, this.states.at(i, this.day));
      const size = this.map.getSize();
      const x = Math.min(point.x + 14, size.x - this.tip.offsetWidth - 6);
      const below = point.y + 18 + this.tip.offsetHeight < size.y;
      this.tip.style.transform = `translate(${Math.max(x, 6)}px, ${below ? point.y + 16 : point.y - this.tip.offsetHeight - 10}px)`;
    }

    /** Paints a day, touching only the areas whose look changed. Returns how many were touched. */
    paint(states, day) {
      const fresh = states !== this.states;
      if (fresh) this.inks = states.looks.map((look) => this.ink(look));
      Object.assign(this, { states, day });
      const { shown } = this;
      let touched = 0;
      for (let i = 0; i < shown.length; i += 1) {
        const look = states.lookIndex(i, day);
        if (look === shown[i] && !fresh) continue;
        shown[i] = look;
        this.apply(i, look);
        touched += 1;
      }
      this.mark(touched, fresh);
      return touched;
    }

    ink(look) {
      const fill = this.canvas ? gp.Inks.canvas(this.renderer._ctx, look.colours) : this.frame.inks.svg(look.colours);
      const edge = look.outline === "dotted" ? "#8a8578" : this.frame.edge;
      return { fill, edge, className: `gp-area gp-${look.outline} leaflet-interactive` };
    }

    apply(i, look) {
      const ink = this.inks[look];
      const { options } = this.layers[i];
      options.fillColor = ink.fill;
      if (this.canvas) {
        options.color = ink.edge;
        this.renderer.gpDraw(this.layers[i]);
        return;
      }
      const path = this.paths[i];
      path.setAttribute("fill", ink.fill);
      if (path.gpClass !== ink.className) path.setAttribute("class", (path.gpClass = ink.className));
    }

    /** What surrounds the fills: badge, dashed outlines, words under the names, tooltip, shape names. */
    mark(touched, fresh) {
      const iso = this.states.iso(this.day);
      this.badge.dataset.date = iso;
      this.badge.textContent = this.words.day(iso);
      if (touched) this.dash();
      this.labels.update(fresh);
      if (this.hovered >= 0 && !this.tip.hidden)
        this.tip.lastChild.textContent = gp.sentence(this.words, this.states.at(this.hovered, this.day));
      if (!this.canvas && this.areas.length <= 60)
        this.paths.forEach((path, i) =>
          path.setAttribute("aria-label", `${this.words.name(this.areas[i])}: ${gp.sentence(this.words, this.states.at(i, this.day))}`),
        );
    }

    /** Outlines of areas that are changing hands: dashes on a light casing, above the neighbours' lines. */
    dash() {
      const wanted = [];
      const dashed = this.states.looks.map((look) => look.outline === "dashed");
      if (dashed.includes(true))
        for (let i = 0; i < this.shown.length; i += 1) if (dashed[this.shown[i]]) wanted.push(i);
      this.dashes = this.overlay(this.dashes, wanted, ["gp-dash-casing", "gp-dash"]);
    }

    /** Draws area outlines as stacked lines; keeps what is already drawn for the same areas. */
    overlay(old, indexes, classes) {
      const key = indexes.join();
      if (old && old.key === key) return old;
      if (old) old.layers.forEach((layer) => layer.remove());
      const layers = indexes.length
        ? classes.map((className) =>
            L.polyline(outlines(indexes.map((i) => this.areas[i])), {
              renderer: this.over, interactive: false, fill: false, smoothFactor: 0.6, className,
            }).addTo(this.map),
          )
        : [];
      return { key, layers };
    }

    select(id) {
      const i = this.indexOf.has(id) ? this.indexOf.get(id) : -1;
      this.selected = i;
      this.selection = this.overlay(this.selection, i < 0 ? [] : [i], ["gp-select-outer", "gp-select-inner"]);
      this.selection.layers.forEach((layer) => layer.bringToFront());
    }

    differ(indexes) {
      this.differences = this.overlay(this.differences, indexes, ["gp-differ-outer", "gp-differ-inner"]);
      if (this.selection) this.selection.layers.forEach((layer) => layer.bringToFront());
    }

    /** Boxes of badge, locator and scale: no label sits under them. */
    furnitureBoxes() {
      const box = this.map.getContainer();
      const origin = box.getBoundingClientRect();
      return [...box.querySelectorAll(".gp-badge, .gp-locator, .gp-scale, .gp-zoom")].map((node) => {
        const r = node.getBoundingClientRect();
        return { x0: r.left - origin.left, x1: r.right - origin.left, y0: r.top - origin.top, y1: r.bottom - origin.top };
      });
    }

    /** After each pan, zoom or change of size: labels, scale, and whether one finger pans or scrolls the page. */
    settle() {
      this.map.getContainer().classList.toggle("gp-map-narrow", this.narrow);
      this.labels.place();
      this.drawScale();
      const finger = window.matchMedia("(pointer: coarse)").matches;
      const home = this.map.getZoom() <= this.homeZoom + 0.01;
      this.map.dragging[finger && home ? "disable" : "enable"]();
      this.map.getContainer().classList.toggle("gp-page-scrolls", finger && home);
      this.map.getContainer().classList.toggle("gp-home", Math.abs(this.map.getZoom() - this.homeZoom) < 0.01);
    }

    drawScale() {
      const size = this.map.getSize();
      const y = size.y / 2;
      const metres = this.map.distance(this.map.containerPointToLatLng([0, y]), this.map.containerPointToLatLng([100, y]));
      const longest = this.narrow ? 80 : 130;
      const km = KM.filter((value) => (value * 1e5) / metres <= longest).pop() || KM[0];
      const w = (km * 1e5) / metres;
      this.scale.setAttribute("width", w + 60);
      this.scale.setAttribute("height", 20);
      this.scale.replaceChildren(
        s("path", { d: `M2 6V13H${2 + w}V6M${2 + w / 2} 9V13`, class: "gp-halo" }),
        s("path", { d: `M2 6V13H${2 + w}V6M${2 + w / 2} 9V13` }),
        s("text", { x: w + 8, y: 14, text: this.words.say("km", { count: km }) }),
      );
    }
  };

  const build = (node, attributes) => Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
})();
