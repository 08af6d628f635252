/* The frame that holds maps, strip and play: what it shows, and what the reader chose. Page and one-file map use it alike. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const CANVAS_FROM = 150;
  const EDGE = "#16140f";

  class Frame {
    /**
     * @param {L.Map | HTMLElement} target
     * @param {FrameConfig} config
     * @param {Geometry} geometry
     */
    constructor(target, config, geometry) {
      this.config = config;
      this.geometry = geometry;
      this.words = new gp.Words(config);
      const outlines = geometry.areas.filter((area) => !gp.points.is(area)).length;
      this.useCanvas = config.renderer === "canvas" || (config.renderer !== "svg" && outlines > CANVAS_FROM);
      this.edge = EDGE;
      this.parents = new gp.Parents(geometry);
      this.indexOf = new Map(geometry.areas.map((area, i) => [area.id, i]));
      /** @type {Sheets | null} */
      this.sheets = geometry.sheets ? new gp.Sheets(geometry, gp.load(config.sheets)) : null;
      /** The chosen area that was brought into view. @type {string | null} */
      this.revealed = null;
      /** Number of the reader's last choice: it grows, also from visit to visit. */
      this.serial = Date.now();
      /** @type {Map<string, States>} */
      this.states = new Map();
      /** @type {States | null} */
      this.current = null;
      /** @type {StepMessage | null} */
      this.message = null;
      /** @type {string | null} */
      this.area = null;
      this.day = -1;
      /** @type {GeoView[]} */
      this.views = [];
      this.moves = new gp.Moves(this);
      this.comparison = new gp.Comparison(this);
      this.layout = new gp.Layout(target, this);
      this.inks = this.layout.inks;
      this.views.push(new gp.View(this.layout.firstMap(), this, { primary: true }));
      /** @type {Strip | null} */
      this.strip = config.strip === false ? null : new gp.Strip(this, this.layout.below);
      /** @type {Document | null} */
      const page = config.watch === false ? null : gp.streamlit.page();
      const bar = () => page?.getElementById("geo-play") ?? this.layout.bar;
      /** @type {Play | null} */
      this.play = config.play === false ? null : new gp.Play(this, bar);
      /** @type {Watch | null} */
      this.watch = page && new gp.Watch(this, page);
      const words = page ?? document;
      this.list = new gp.AreaList(this.words, words);
      this.search = new gp.Search(this, words);
      this.ribbon = new gp.Ribbon(this, words);
      this.links = page && new gp.Links(this, page);
      /** @type {Ahead | null} */
      this.ahead = page && new gp.Ahead(this, page);
      this.copying = new gp.Copying(this, words);
      this.pictures = page && new gp.Pictures(this, page);
      this.explaining = new gp.Explaining(words);
      this.announcer = new gp.Announcer(this);
      this.fullScreen = new gp.FullScreen(this, words); // before what else Escape leaves
      this.story = new gp.Story(this, words);
      this.chosen = new gp.Chosen(this, words);
      this.share = new gp.Share(this, words);
      this.keys = new gp.Keys(this, words);
      this.layout.listen();
    }

    /**
     * @param {string} key
     * @param {string | StatesJson | undefined} source
     */
    async statesOf(key, source) {
      const known = this.states.get(key);
      if (known) return known;
      const made = new gp.States(await gp.load((this.config.states && this.config.states[key]) || source));
      const meanwhile = this.states.get(key);
      if (meanwhile) return meanwhile;
      this.states.set(key, made);
      return made;
    }

    /**
     * The message of a step. A day that the reader has moved on from meanwhile is not painted.
     * @param {StepMessage} message
     */
    async show(message) {
      this.message = message;
      const states = await this.statesOf(message.states, message.url);
      const other = message.compare ? await this.statesOf(message.compare.states, message.compare.url) : null;
      if (this.message !== message) return;
      this.current = states;
      if (message.area !== undefined) this.area = message.area;
      this.comparison.show(message, other);
      this.layout.fillLegend(this.comparison.keys(states));
      this.paint(this.moves.dayToPaint(states, message.day));
      this.select(this.area);
      this.layout.theme();
      this.announcer.say(states);
      this.watch?.say();
    }

    /** @param {string} text */
    announce(text) {
      this.layout.status.textContent = text;
    }

    /** @param {number} day */
    paint(day) {
      if (!this.current) return;
      this.day = day;
      this.views[0].paint(this.current, day);
      this.comparison.paint(day);
      if (this.strip) this.strip.mark(this.current, day, this.area);
      this.ribbon.mark(this.current, day);
      this.play?.stand();
      if (this.config.onDay) this.config.onDay(this.current.iso(day));
      this.tellPage(this.current.iso(day));
    }

    /**
     * Paints a day unless it is painted.
     * @param {string} iso
     */
    repaint(iso) {
      if (!this.current) return;
      const day = this.current.index(iso);
      if (day !== this.day) this.paint(day);
    }

    /**
     * While map and thumb are ahead of the server, the page shows their day, what is known of it, and what is still to come.
     * @param {string} iso
     */
    tellPage(iso) {
      if (!this.watch || !this.message) return;
      const page = this.watch.page.documentElement;
      const ahead = this.message.day !== iso;
      page.toggleAttribute("data-geo-ahead", ahead);
      page.style.setProperty("--geo-ahead", JSON.stringify(this.words.day(iso)));
      this.ahead?.say(ahead);
    }

    /** @param {string | null} area */
    select(area) {
      this.area = area !== null && this.indexOf.has(area) ? area : null;
      const index = this.area === null ? -1 : /** @type {number} */ (this.indexOf.get(this.area));
      for (const view of this.views) {
        view.overlays.select(index);
        view.labels.choose();
      }
      if (this.area !== this.revealed) this.views[0].sheets?.reveal(index);
      this.revealed = this.area;
      if (this.strip && this.current) this.strip.mark(this.current, this.day, this.area);
    }

    /**
     * The reader chose an area, a day or both: show it, then say so to the page.
     * @param {string | null} area
     * @param {string | null} iso
     * @param {boolean} everyone whether everyone is to tell the map, with all that is known
     */
    choose(area, iso, everyone = false) {
      if (!this.current) return;
      if (area !== null) this.select(area);
      if (iso !== null) this.preview(iso);
      this.tell({ everyone });
    }

    /** The reader leaves the chosen area, for the list of all. */
    leave() {
      if (this.area === null) return;
      this.select(null);
      this.tell();
    }

    /** Asks the page for a picture of the view or, in it, of one report. @param {{report?: string}} picture */
    ask(picture) {
      this.tell({ picture });
    }

    /** Tells the page what is chosen, and what it is asked for. @param {Partial<Choice>} asked */
    tell(asked = {}) {
      if (!this.current) return;
      this.serial += 1;
      const choice = { area: this.area, day: this.current.iso(this.day), n: this.serial, everyone: false, ...asked };
      if (this.config.onChoice) this.config.onChoice(choice);
      else gp.streamlit.tell(choice);
    }

    /**
     * The reader chose a cell of the strip, perhaps with the words out of sight.
     * @param {string | null} area
     * @param {string | null} iso
     */
    chooseInStrip(area, iso) {
      this.choose(area, iso);
      if (area !== null) gp.inSight(this.watch ? this.watch.page : document, area);
    }

    /**
     * The reader chose a report on the map: its area, and its card beside it.
     * @param {string} area
     * @param {string} report
     */
    open(area, report) {
      this.choose(area, null);
      gp.whenThere(this.watch ? this.watch.page : document, `q-${report}`);
    }

    /** @param {string} iso */
    preview(iso) {
      this.moves.preview(iso);
    }

    /** @param {number} day */
    moveTo(day) {
      this.moves.moveTo(day);
    }

    grabbed() {
      this.moves.grabbed();
    }
  }

  gp.Frame = Frame;
})();
