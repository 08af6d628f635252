/* What stands on a map besides the map: badge with the day, title, zoom buttons, scale bar. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h, s } = gp;
  const BAR_PIXELS = { narrow: 80, wide: 130 };
  const PLUS = "M6.5 1.5V11.5M1.5 6.5H11.5";
  const MINUS = "M1.5 6.5H11.5";
  const CORNERS = "M1.5 4.5V1.5H4.5M8.5 1.5H11.5V4.5M11.5 8.5V11.5H8.5M4.5 11.5H1.5V8.5";

  class Furniture {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.map = view.map;
      this.words = view.words;
      this.box = this.map.getContainer();
      this.box.classList.add("gp-map");
      this.box.setAttribute("role", "group");
      this.badge = h("div", { class: "gp-badge", id: view.primary ? "control-date" : null });
      this.scale = s("svg", { class: "gp-scale", "aria-hidden": "true" });
      this.title = h("h2", { class: "gp-title", hidden: true });
      this.locator = view.primary ? gp.locator(view.geometry, view.words) : null;
      this.way = new gp.Way(view);
      this.place();
    }

    place() {
      const zoom = h(
        "div",
        { class: "gp-zoom" },
        this.lever("zoom_in", PLUS, () => this.map.zoomIn(0.5)),
        this.lever("zoom_out", MINUS, () => this.map.zoomOut(0.5)),
        this.lever("whole_view", CORNERS, () => this.view.fit()),
      );
      this.box.before(this.title);
      for (const node of [this.badge, zoom, this.scale, this.locator?.node]) if (node) this.box.append(node);
      for (const node of [this.badge, zoom]) L.DomEvent.disableClickPropagation(node);
    }

    /**
     * @param {string} key of the word
     * @param {string} d
     * @param {() => void} onclick
     */
    lever(key, d, onclick) {
      const picture = s(
        "svg",
        { viewBox: "0 0 13 13", width: 13, height: 13, "aria-hidden": "true" },
        s("path", { d }),
      );
      return h(
        "button",
        { type: "button", "aria-label": this.words.say(key), title: this.words.say(key), onclick },
        picture,
      );
    }

    /** @param {string} text */
    entitle(text) {
      this.title.textContent = text;
      this.title.hidden = !text;
      this.box.setAttribute("aria-label", [text, this.words.say("map_label")].filter(Boolean).join(": "));
    }

    /** @param {string} iso */
    sayDay(iso) {
      this.badge.dataset.date = iso;
      this.badge.textContent = this.words.day(iso);
    }

    /** After each pan or zoom: the small map's frame, and the way to the capital. */
    follow() {
      const bounds = this.map.getBounds();
      this.locator?.follow([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
      this.way.draw();
    }

    /** Boxes of badge, locator, scale and a legend over the map: no label sits under them. */
    boxes() {
      const origin = this.box.getBoundingClientRect();
      const zoom = origin.width / this.box.offsetWidth || 1; // full screen draws the frame larger
      const own = this.box.querySelectorAll(".gp-badge, .gp-locator, .gp-scale, .gp-zoom, .gp-way:not([hidden])");
      const { layout } = this.view.frame;
      return [...own, ...(layout.covered ? [layout.keys] : [])].map((node) => {
        const r = node.getBoundingClientRect();
        return {
          x0: (r.left - origin.left) / zoom,
          x1: (r.right - origin.left) / zoom,
          y0: (r.top - origin.top) / zoom,
          y1: (r.bottom - origin.top) / zoom,
        };
      });
    }

    drawScale() {
      const y = this.map.getSize().y / 2;
      const metres = this.map.distance(
        this.map.containerPointToLatLng([0, y]),
        this.map.containerPointToLatLng([100, y]),
      );
      const longest = this.view.narrow ? BAR_PIXELS.narrow : BAR_PIXELS.wide;
      const steps = gp.shapes.bar_km;
      const km = steps.filter((value) => (value * 1e5) / metres <= longest).pop() || steps[0];
      const w = (km * 1e5) / metres;
      this.scale.setAttribute("width", String(w + 60));
      this.scale.setAttribute("height", "20");
      this.scale.replaceChildren(
        s("path", { d: `M2 6V13H${2 + w}V6M${2 + w / 2} 9V13`, class: "gp-halo" }),
        s("path", { d: `M2 6V13H${2 + w}V6M${2 + w / 2} 9V13` }),
        s("text", { x: w + 8, y: 14, text: this.words.say("km", { count: km }) }),
      );
    }
  }

  gp.Furniture = Furniture;
})();
