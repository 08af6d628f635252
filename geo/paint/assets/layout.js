/* The parts of the frame, one above the other, and their size: on the screen, on paper, light and dark. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h, s } = gp;
  const PAPER_WIDTH = "680px";
  const USUAL_WIDTH = 700;
  const LEAST_WIDTH = 60;
  const DARK_BELOW = 0.4;
  const MOST_NAMED = 8;
  /** Share of the map's height that a legend over it may have. */
  const MOST_COVERED = 0.75;

  /**
   * Brightness of a CSS colour from 0 to 1; null where there is none.
   * @param {string} colour
   */
  const luminance = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) || []).map(Number);
    return a === 0 || b === undefined ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };

  /** @type {(target: L.Map | HTMLElement) => target is L.Map} */
  const isMap = (target) => "getContainer" in target;

  class Layout {
    /**
     * @param {L.Map | HTMLElement} target
     * @param {GeoFrame} frame
     */
    constructor(target, frame) {
      this.frame = frame;
      this.target = target;
      const { words, config } = frame;
      const defs = s("defs", {});
      this.inks = new gp.Inks(defs, "gp-ink");
      this.status = h("div", { class: "gp-heard", "aria-live": "polite" });
      this.bar = h("div", { class: "gp-bar", hidden: true });
      this.maps = h("div", { class: "gp-maps" });
      this.keys = h("ul", { class: "gp-legend", "aria-label": words.say("legend") });
      this.keysText = "";
      /** In the legend, of a map of many areas: that they are counted, or that some did not come. */
      this.distance = h("li", { class: "gp-distance" });
      this.below = h("div", { class: "gp-strip" });
      this.away = h("p", { class: "gp-away", role: "status", hidden: true, text: words.say("away") });
      const notices = this.notices(frame.geometry).map((text) => h("p", { class: "gp-notice", text }));
      const depot = s("svg", { class: "gp-depot", width: 0, height: 0, "aria-hidden": "true" }, defs);
      const parts = [depot, this.bar, this.keys, this.maps, this.away, ...notices, this.below, this.status];
      this.root = h(
        "div",
        {
          class: "gp",
          lang: words.language,
          dir: config.direction || "ltr",
          role: "region",
          "aria-label": words.say("region"),
        },
        ...parts,
      );
      this.root.style.setProperty("--gp-font", gp.font);
      this.root.style.setProperty("--gp-size", String(gp.fontSize));
      /** Width that the parts are laid out for. */
      this.wide = 0;
      /** Whether it fills what is around it, and how high it was then. */
      this.full = false;
      this.tall = 0;
      /** Height that Streamlit was told last. */
      this.told = 0;
      if (isMap(target)) target.getContainer().before(this.root);
      else target.append(this.root);
      this.theme();
      this.size();
    }

    /**
     * What a reader must know of how the map is drawn.
     * @param {Geometry} geometry
     */
    notices({ simplified, far = [], areas }) {
      const { words } = this.frame;
      const names = far.slice(0, MOST_NAMED).map((i) => words.name(areas[i]));
      const named = { names: names.join(" · "), count: far.length - names.length };
      return [
        ...(simplified ? [words.say("simplified")] : []),
        ...(far.length ? [words.say(named.count ? "far_and_more" : "far", named)] : []),
      ];
    }

    firstMap() {
      if (!isMap(this.target)) return this.newMap(h("div", {}));
      this.half(this.target.getContainer());
      return this.target;
    }

    secondMap() {
      return this.newMap(h("div", {}));
    }

    /** @param {HTMLElement} box */
    newMap(box) {
      this.half(box);
      return L.map(box, { attributionControl: false, zoomControl: false, zoomSnap: 0 });
    }

    /** @param {HTMLElement} box of a map */
    half(box) {
      box.style.width = box.style.height = "";
      box.classList.add("gp-map");
      this.maps.append(h("div", { class: "gp-half" }, box));
    }

    /**
     * Every key that occurs in this conflict: colour, pattern and word (made by geo.paint).
     * @param {LegendKey[]} keys
     */
    fillLegend(keys) {
      const all = JSON.stringify(keys);
      if (all === this.keysText) return;
      this.keysText = all;
      const round = this.frame.geometry.areas.every(gp.points.is) ? " gp-key-round" : "";
      const items = keys.map(({ text, mark, outline, colours = [], texture }) => {
        const swatch = h("span", { class: `gp-key gp-key-${outline}${round}` });
        swatch.style.background = gp.Inks.css({ colours, texture });
        return h("li", {}, outline && swatch, mark && gp.mark(mark, 13), h("span", { text }));
      });
      this.keys.replaceChildren(...(this.frame.sheets ? [this.distance] : []), ...items);
    }

    /** @param {string} text about how areas are shown from this distance; "" keeps the room free above a map, which may not jump */
    sayDistance(text) {
      if (text) this.distance.textContent = text;
      this.distance.classList.toggle("gp-quiet", !text);
    }

    theme() {
      const light = luminance(getComputedStyle(gp.streamlit.app(gp.streamlit.page()) || document.body).backgroundColor);
      const dark = light === null ? matchMedia("(prefers-color-scheme: dark)").matches : light < DARK_BELOW;
      const choice = this.frame.config.theme || (dark ? "dark" : "light");
      if (this.root.dataset.theme !== choice) this.root.dataset.theme = choice;
    }

    /** Width decides the height: no jump later, because the script alone sets the frame's height. A phone shows one map before its legend. */
    size() {
      const width = this.root.clientWidth || USUAL_WIDTH;
      const columns = this.frame.comparison.other && width > USUAL_WIDTH ? 2 : 1;
      this.maps.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
      const each = width / columns;
      const height = Math.round(each <= 600 ? Math.min(each * 0.92, 460) : Math.min(each * 0.7, 620));
      this.root.style.setProperty("--gp-map-height", `${height}px`);
      const first = width <= USUAL_WIDTH && !this.frame.comparison.other;
      if ((this.keys.previousElementSibling === this.maps) !== first) this.maps[first ? "after" : "before"](this.keys);
      this.keysOver();
      this.wide = width;
      this.tall = this.full ? this.root.clientHeight : 0;
    }

    /** Full screen has the legend over one map, unless it is too long for that. */
    keysOver() {
      const { classList, clientHeight } = this.root;
      classList.toggle("gp-keys-over", this.full && !this.frame.comparison.other);
      if (this.keys.offsetHeight > clientHeight * MOST_COVERED) classList.remove("gp-keys-over");
    }

    /** Pixels beside the edge of the map that the first view keeps free of areas. */
    get covered() {
      return this.root.classList.contains("gp-keys-over") ? this.keys.offsetLeft + this.keys.offsetWidth : 0;
    }

    listen() {
      const watch = new ResizeObserver(() => {
        const { clientWidth, clientHeight } = this.root;
        if (clientWidth !== this.wide || (this.full && clientHeight !== this.tall)) this.resized();
        this.tell();
      });
      watch.observe(this.root);
      const page = gp.streamlit.page();
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.theme());
      gp.streamlit.onLook(page, () => this.theme());
      for (const place of [window, page && page.defaultView]) {
        place?.addEventListener("beforeprint", () => this.fitPaper(PAPER_WIDTH));
        place?.addEventListener("afterprint", () => this.fitPaper(""));
      }
    }

    /**
     * The frame fills what is around it, drawn that much larger; 0 = it is as high as its parts.
     * @param {number} scale
     */
    fill(scale) {
      this.full = scale > 0;
      this.root.classList.toggle("gp-full", this.full);
      this.root.style.zoom = this.full ? scale.toFixed(3) : "";
      this.told = 0;
      this.resized();
      this.tell();
    }

    /**
     * A sheet of paper is not the screen: map and strip are laid out for its width while it is printed.
     * @param {string} width or nothing after printing
     */
    fitPaper(width) {
      this.root.style.width = width;
      if (width) this.root.dataset.theme = "light";
      else this.theme();
      this.resized();
      const { frameElement } = window;
      if (frameElement) /** @type {HTMLElement} */ (frameElement).style.height = width ? `${this.height}px` : "";
    }

    /** A hidden frame has no width: nothing is laid out until it has one again. */
    resized() {
      if (this.root.clientWidth < LEAST_WIDTH) return;
      this.size();
      for (const view of this.frame.views) {
        view.fit();
        view.settle();
      }
      const [{ sheets, overlays }] = this.frame.views;
      sheets?.reveal(overlays.chosen);
      if (this.frame.strip) this.frame.strip.resized();
    }

    get height() {
      return Math.ceil(this.root.getBoundingClientRect().height) + 2;
    }

    /** The frame's height goes to Streamlit here and nowhere else. */
    tell() {
      const { height } = this;
      if (!this.full && gp.streamlit.frameHeight && height !== this.told)
        gp.streamlit.frameHeight((this.told = height));
    }
  }

  gp.Layout = Layout;
})();
