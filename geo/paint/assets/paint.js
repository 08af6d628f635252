/* The frame around the maps: start(map, config), show(message). The same script serves page and one-file map. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h, s } = gp;
  const CANVAS_FROM = 150;
  const EDGE = "#16140f";
  const HOLD_MS = 2500;
  const NUDGE_MS = 600;
  const PAPER_WIDTH = "680px";

  /** Link elements for the styles, resolved when they have arrived. */
  const styles = (addresses) =>
    Promise.all(
      addresses.map(
        (href) =>
          new Promise((done) => {
            document.head.append(h("link", { rel: "stylesheet", href, onload: done, onerror: done }));
          }),
      ),
    );

  const luminance = (colour) => {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) || []).map(Number);
    return a === 0 || b === undefined ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };

  gp.parentDocument = () => {
    try {
      return window.parent !== window && window.parent.document.body ? window.parent.document : null;
    } catch {
      return null;
    }
  };

  /** Makes `follower` show what `leader` shows, while the reader drags and after each zoom. */
  gp.link = (leader, follower) => {
    const follow = () => {
      if (leader.following || follower.gone) return;
      follower.following = true;
      const centre = leader.map.getCenter();
      const zoom = leader.map.getZoom();
      if (zoom === follower.map.getZoom()) {
        const here = follower.map.latLngToContainerPoint(centre);
        follower.map.panBy(here.subtract(follower.map.getSize().divideBy(2)), { animate: false });
      } else follower.map.setView(centre, zoom, { animate: false });
      follower.following = false;
    };
    leader.map.on("move zoomend", follow);
    leader.map.on("moveend", () => {
      if (!leader.following && !follower.gone) follower.settle();
    });
  };

  gp.Frame = class {
    constructor(target, config, geometry) {
      Object.assign(this, { config, geometry, words: new gp.Words(config), views: [], serial: Date.now() });
      this.useCanvas = config.renderer === "canvas" || (config.renderer !== "svg" && geometry.areas.length > CANVAS_FROM);
      this.edge = EDGE;
      this.indexOf = new Map(geometry.areas.map((area, i) => [area.id, i]));
      this.states = new Map();
      this.area = null;
      this.pending = null;
      this.layOut(target);
      this.theme();
      this.size();
      this.views.push(new gp.View(this.firstMap(target), this, { primary: true }));
      if (config.strip !== false) this.strip = new gp.Strip(this, this.below);
      if (config.play !== false) this.play = new gp.Play(this, this.bar);
      const page = gp.parentDocument();
      if (config.watch !== false && page) this.watch = new gp.Watch(this, page);
      if (config.watch !== false && page) this.links = new gp.Links(this, page);
      this.listen();
    }

    layOut(target) {
      const defs = s("defs", {});
      this.inks = new gp.Inks(defs, "gp-ink");
      this.status = h("div", { class: "gp-heard", "aria-live": "polite" });
      this.bar = h("div", { class: "gp-bar", hidden: true });
      this.maps = h("div", { class: "gp-maps" });
      this.notice = h("p", { class: "gp-notice", hidden: !this.geometry.simplified, text: this.words.say("simplified") });
      this.below = h("div", { class: "gp-strip" });
      const depot = s("svg", { class: "gp-depot", width: 0, height: 0, "aria-hidden": "true" }, defs);
      const parts = [depot, this.bar, this.maps, this.legend(), this.notice, this.below, this.status];
      this.root = h("div", { class: "gp", lang: this.words.language, dir: this.config.direction || "ltr", role: "region", "aria-label": this.words.say("region") }, ...parts);
      this.root.style.setProperty("--gp-font", gp.font);
      this.root.style.setProperty("--gp-size", gp.fontSize);
      const box = target.getContainer ? target.getContainer() : target;
      if (target.getContainer) box.parentNode.insertBefore(this.root, box);
      else target.append(this.root);
    }

    firstMap(target) {
      const box = target.getContainer ? target.getContainer() : h("div", {});
      box.style.width = box.style.height = "";
      box.classList.add("gp-map");
      this.box = box;
      this.maps.append(h("div", { class: "gp-half" }, box));
      return target.getContainer ? target : this.newMap(box);
    }

    newMap(box) {
      return L.map(box, { attributionControl: false, zoomControl: false, zoomSnap: 0 });
    }

    /** Every key that occurs in this conflict: colour, pattern and word (made by geo.paint). */
    legend() {
      this.keys = h("ul", { class: "gp-legend", "aria-label": this.words.say("legend") });
      return this.keys;
    }

    fillLegend(keys) {
      const text = JSON.stringify(keys);
      if (text === this.keysText) return;
      this.keysText = text;
      const items = keys.map((key) => {
        const swatch = key.mark
          ? gp.mark(key.mark, 13)
          : h("span", { class: `gp-key gp-key-${key.outline || "solid"}` });
        if (!key.mark) swatch.style.background = gp.Inks.css(key.colours);
        return h("li", {}, swatch, h("span", { text: key.text }));
      });
      this.keys.replaceChildren(...items);
    }

    theme() {
      const page = gp.parentDocument();
      const app = page && page.querySelector(".stApp");
      const light = luminance(getComputedStyle(app || document.body).backgroundColor);
      const dark = light === null ? matchMedia("(prefers-color-scheme: dark)").matches : light < 0.4;
      const choice = this.config.theme || (dark ? "dark" : "light");
      if (this.root.dataset.theme !== choice) this.root.dataset.theme = choice;
    }

    /** Width decides the height: no jump later, because the script alone sets the frame's height. */
    size() {
      const width = this.root.clientWidth || 700;
      const columns = this.compare && width > 700 ? 2 : 1;
      this.maps.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
      const each = width / columns;
      const height = Math.round(each <= 600 ? Math.min(each * 0.92, 460) : Math.min(each * 0.7, 620));
      this.root.style.setProperty("--gp-map-height", `${height}px`);
      this.wide = width;
    }

    listen() {
      const watch = new ResizeObserver(() => {
        if (this.root.clientWidth !== this.wide) this.resized();
        this.tell();
      });
      watch.observe(this.root);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.theme());
      const page = gp.parentDocument();
      const app = page && page.querySelector(".stApp");
      if (app) new MutationObserver(() => this.theme()).observe(app, { attributes: true });
      for (const place of page ? [window, page.defaultView] : [window]) {
        place.addEventListener("beforeprint", () => this.fitPaper(PAPER_WIDTH));
        place.addEventListener("afterprint", () => this.fitPaper(""));
      }
      if (window.Streamlit) window.Streamlit.events.addEventListener("streamlit:render", () => setTimeout(() => this.theme(), 50));
    }

    /** A sheet of paper is not the screen: map and strip are laid out for its width while it is printed. */
    fitPaper(width) {
      this.root.style.width = width;
      if (width) this.root.dataset.theme = "light";
      else this.theme();
      this.resized();
      const { frameElement } = window;
      if (frameElement) frameElement.style.height = width ? `${Math.ceil(this.root.getBoundingClientRect().height) + 2}px` : "";
    }

    /** A hidden frame has no width: nothing is laid out until it has one again. */
    resized() {
      if (this.root.clientWidth < 60) return;
      this.size();
      for (const view of this.views) {
        view.fit();
        view.settle();
      }
      if (this.strip) this.strip.resized();
    }

    /** The frame's height goes to Streamlit here and nowhere else. */
    tell() {
      const height = Math.ceil(this.root.getBoundingClientRect().height) + 2;
      if (gp.frameHeight && height !== this.told) gp.frameHeight((this.told = height));
    }

    async statesOf(key, source) {
      if (!this.states.has(key)) {
        const given = this.config.states && this.config.states[key];
        this.states.set(key, new gp.States(await gp.load(given || source)));
      }
      return this.states.get(key);
    }

    /** The message of a step. A day that the reader has moved on from meanwhile is not painted. */
    async show(message) {
      this.message = message;
      const states = await this.statesOf(message.states, message.url);
      const other = message.compare ? await this.statesOf(message.compare.states, message.compare.url) : null;
      if (this.message !== message) return;
      this.current = states;
      if (message.area !== undefined) this.area = message.area;
      this.sideBySide(message, other);
      this.fillLegend(this.allKeys(states, other));
      this.paint(this.dayToPaint(message.day));
      this.select(this.area);
      this.theme();
      this.sayStep();
    }

    /** A screen reader hears what a step changed: the day, and of a chosen area how it stands. */
    sayStep() {
      const day = this.words.day(this.current.iso(this.day));
      const at = this.indexOf.has(this.area) ? this.indexOf.get(this.area) : -1;
      const status = at < 0 ? "" : gp.sentence(this.words, this.current.at(at, this.day));
      const said = at < 0 ? day : this.words.say("cell", { area: this.words.name(this.geometry.areas[at]), day, status });
      if (this.heard !== undefined && this.heard !== said) this.announce(said);
      this.heard = said;
    }

    /** Keys of both maps, each once. */
    allKeys(first, second) {
      const known = new Set(first.legend.map((key) => key.text));
      if (!second) return first.legend;
      const differ = { colours: [], outline: "differ", text: this.words.say("differ") };
      return [...first.legend, ...second.legend.filter((key) => !known.has(key.text)), differ];
    }

    /** The reader's own last move wins until the server has answered it. */
    dayToPaint(iso) {
      if (this.play && this.play.playing) return this.current.index(this.pending ? this.pending.day : iso);
      if (this.pending && this.pending.day === iso) this.pending = null;
      return this.current.index(this.pending ? this.pending.day : iso);
    }

    /** Paints a day at once, before the server knows. */
    preview(iso) {
      if (!this.current) return;
      this.pending = this.message.day === iso ? null : { day: iso, at: performance.now() };
      if (this.pending) this.reconcile();
      const day = this.current.index(iso);
      if (day !== this.day) this.paint(day);
    }

    /** The slider stands somewhere because the server, or play, moved it. */
    echo(iso) {
      if (!this.current || (this.pending && this.pending.day !== iso)) return;
      const day = this.current.index(iso);
      if (day !== this.day) this.paint(day);
    }

    /** A move that the server never answered: clicks lost among others are said again, else the thumb is right. */
    reconcile() {
      clearTimeout(this.settling);
      this.settling = setTimeout(() => {
        const { pending } = this;
        if (!pending || (this.play && this.play.playing)) return;
        if (this.watch && (this.watch.busy || this.watch.held)) {
          this.reconcile();
          return;
        }
        this.pending = null;
        if (pending.nudged) this.choose(null, pending.day);
        else if (this.watch && this.watch.day) this.echo(this.watch.day);
      }, this.pending && this.pending.nudged ? NUDGE_MS : HOLD_MS);
    }

    /** Play's step: map and thumb move, the server hears of it at the end. */
    moveTo(day) {
      const iso = this.current.iso(day);
      this.preview(iso);
      if (this.watch) this.watch.move(iso);
    }

    /** The page's buttons for the day before and after. */
    nudge(days) {
      const iso = this.current.iso(Math.min(Math.max(this.day + days, 0), this.current.lastDay));
      this.choose(null, iso);
      if (this.watch) this.watch.move(iso);
      if (this.pending) {
        this.pending.nudged = true;
        this.reconcile();
      }
    }

    /** The reader took the slider: play gives way. */
    grabbed() {
      if (!this.play || !this.play.playing) return;
      this.play.pause({ commit: false });
      this.reconcile();
    }

    announce(text) {
      this.status.textContent = text;
    }

    paint(day) {
      this.day = day;
      const [first, second] = this.views;
      first.paint(this.current, day);
      if (second) {
        second.paint(this.compare.states, this.compare.day === null ? day : this.compare.day);
        this.differ(first, second);
      }
      if (this.strip) this.strip.mark(this.current, day, this.area);
      if (this.config.onDay) this.config.onDay(this.current.iso(day));
      this.tellPage();
    }

    /** While map and thumb are ahead of the server, the page shows their day and that its words are still to come. */
    tellPage() {
      const page = this.watch && this.watch.page.documentElement;
      if (!page) return;
      const iso = this.current.iso(this.day);
      page.toggleAttribute("data-geo-ahead", this.message.day !== iso);
      page.style.setProperty("--geo-ahead", JSON.stringify(this.words.day(iso)));
    }

    select(area) {
      this.area = this.indexOf.has(area) ? area : null;
      for (const view of this.views) view.select(this.area);
      if (this.strip) this.strip.mark(this.current, this.day, this.area);
    }

    /** The reader chose an area, a day or both: show it, then say so to the page. */
    choose(area, iso) {
      if (area !== null) this.select(area);
      if (iso !== null) this.preview(iso);
      this.serial += 1;
      const choice = { area: this.area, day: this.current.iso(this.day), n: this.serial };
      if (this.config.onChoice) this.config.onChoice(choice);
      else if (window.Streamlit) window.Streamlit.setComponentValue(choice);
    }

    /** A second map beside the first, or under it on a narrow frame; gone when the message has none. */
    sideBySide(message, other) {
      const [first, second] = this.views;
      const had = Boolean(this.compare);
      this.compare = other && { states: other, day: message.compare.day ? other.index(message.compare.day) : null };
      if (!other && second) {
        this.views.pop().remove();
        first.differ([]);
      }
      if (had !== Boolean(other)) this.size();
      if (other && !second) this.addSecond(first);
      if (had !== Boolean(other)) this.resized();
      const titles = other ? [message.title, message.compare.title] : [""];
      this.views.forEach((view, i) => view.entitle(titles[i] || ""));
    }

    addSecond(first) {
      const box = h("div", { class: "gp-map" });
      this.maps.append(h("div", { class: "gp-half" }, box));
      const view = new gp.View(this.newMap(box), this, { primary: false });
      this.views.push(view);
      gp.link(first, view);
      gp.link(view, first);
    }

    differ(first, second) {
      const told = (view, i) => view.states.looks[view.shown[i]].signature;
      const parted = [];
      for (let i = 0; i < first.shown.length; i += 1) if (told(first, i) !== told(second, i)) parted.push(i);
      first.differ(parted);
      second.differ(parted);
    }
  };

  /** Streamlit's component tells a height of its own at each message: the frame must not jump. */
  const takeHeight = () => {
    if (!window.Streamlit || gp.frameHeight) return;
    const original = window.Streamlit.setFrameHeight;
    gp.frameHeight = (height) => original.call(window.Streamlit, height);
    window.Streamlit.setFrameHeight = () => {};
  };

  let frame = null;
  let waiting = null;

  /** Says that data did not arrive, where the map is or would be. */
  const fail = (target, config, error) => {
    const words = frame ? frame.words : new gp.Words(config);
    const said = h("p", { class: "gp-failed", role: "alert", text: words.say("failed") });
    if (frame) frame.root.prepend(said);
    else (target.getContainer ? target.getContainer() : target).before(said);
    if (gp.frameHeight && !frame) gp.frameHeight(80);
    throw error;
  };

  /** Starts the frame in a Leaflet map or an element; resolves when the first map is drawn. */
  gp.start = async (target, config) => {
    takeHeight();
    try {
      const [geometry, said] = await Promise.all([
        gp.load(config.geometry),
        gp.load(config.said || {}),
        styles(config.styles || []),
        gp.borrowFont(gp.parentDocument()),
      ]);
      frame = new gp.Frame(target, { ...config, ...said }, geometry);
      gp.frame = frame;
      if (waiting) await frame.show(waiting);
    } catch (error) {
      fail(target, config, error);
    }
    return frame;
  };

  /** Shows a step: day, states, selection, comparison. May be called before `start` has finished. */
  gp.show = (message) => {
    waiting = message;
    return frame ? frame.show(message).catch((error) => fail(null, null, error)) : undefined;
  };
})();
