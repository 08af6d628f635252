/* The time bar above the slider: how many areas look how on each day, the days of change, and the day shown. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const PLACE = "geo-ribbon";
  /** Stretches of days that a band is drawn in; of more days only the last of each stretch is drawn. */
  const MOST_STRETCHES = 800;
  const SEAMS_FROM = 9;

  /** A share as CSS has it. */
  const percent = (/** @type {number} */ share) => `${Number((100 * share).toFixed(3))}%`;

  gp.Ribbon = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that has the place for it; where there is none, nothing is drawn
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      this.words = frame.words;
      /** @type {States | null} */
      this.states = null;
      /** @type {Totals | null} */
      this.totals = null;
      this.day = -1;
      this.labels = h("div", { class: "geo-ribbon-days" });
      this.bands = h("div", { class: "geo-ribbon-bands" });
      this.ticks = h("div", { class: "geo-ribbon-ticks" });
      this.now = h("div", { class: "geo-ribbon-now" });
      this.heard = h("ul", { class: "geo-ribbon-heard", "aria-label": this.words.say("turns") });
      this.track = h("div", { class: "geo-ribbon-track" }, this.bands, this.ticks, this.now);
      this.seen = h("div", { "aria-hidden": "true" }, this.labels, this.track);
      this.root = h("div", {}, this.seen, this.heard);
      this.seen.addEventListener("click", (event) => this.clicked(event));
      this.seen.addEventListener("pointermove", (event) => this.pointed(event));
      this.width = 0;
      const sized = new ResizeObserver(() => this.sized());
      sized.observe(this.seen);
      window.addEventListener("pagehide", () => sized.disconnect());
    }

    /** Whether the first day is on the right. */
    get turned() {
      return this.frame.config.direction === "rtl";
    }

    /**
     * Shows a day; what holds for the whole period is drawn only when it is another.
     * @param {States} states
     * @param {number} day
     */
    mark(states, day) {
      const place = this.page.getElementById(PLACE);
      if (!place) return;
      if (this.root.parentElement !== place) place.replaceChildren(this.root);
      if (states !== this.states) this.draw(states);
      if (day === this.day) return;
      this.day = day;
      this.now.style.insetInlineStart = percent((day + 0.5) / states.days);
      for (const label of this.labels.children)
        label.classList.toggle("now", label.getAttribute("data-at") === String(day));
    }

    /** @param {States} states */
    draw(states) {
      this.states = states;
      const areas = [...this.frame.geometry.areas.keys()];
      this.totals = new gp.Totals(states, areas);
      this.bands.replaceChildren(...this.layers(states, new gp.Totals(states, areas, "drawn")));
      this.heard.replaceChildren(...states.turns.day.map((day) => h("li", { text: this.said(day) })));
      this.day = -1;
      this.width = 0;
      this.sized();
    }

    /** Days are named, and changes told apart, as far as there is room. */
    sized() {
      const width = this.seen.clientWidth;
      if (!this.states || !width || width === this.width) return;
      this.width = width;
      const { days, turns } = this.states;
      const cell = width / days;
      this.bands.classList.toggle("seams", cell >= SEAMS_FROM);
      const named = gp.timeLabels(this.states, this.words, cell);
      this.labels.replaceChildren(...named.map((one) => this.label(one, days)));
      const { numbered, marks } = gp.turnMarks(turns, cell);
      this.ticks.classList.toggle("numbered", numbered);
      this.ticks.replaceChildren(...marks.map((mark) => this.tick(mark, days, numbered)));
    }

    /**
     * @param {TimeLabel} label
     * @param {number} days
     */
    label({ day, text, above }, days) {
      const made = h("span", { "data-at": day }, h("small", { text: above || "\u00a0" }), text);
      made.classList.toggle("now", day === this.day);
      made.style.insetInlineStart = `clamp(1.2em, ${percent((day + 0.5) / days)}, 100% - 1.2em)`; // else cut at the ends
      return made;
    }

    /**
     * @param {TurnMark} mark
     * @param {number} days
     * @param {boolean} numbered
     */
    tick({ day, areas, share, most }, days, numbered) {
      const text = numbered ? this.words.number(areas) : "";
      const made = h("i", { "data-turn": day, class: most ? "most" : "", text });
      made.style.insetInlineStart = percent((day + 0.5) / days);
      made.style.setProperty("--share", share.toFixed(3));
      return made;
    }

    /**
     * One layer for each kind of look, cut to the areas that look so on each day.
     * @param {States} states
     * @param {Totals} totals
     */
    layers(states, totals) {
      const stretches = this.stretches(states, totals);
      const whole = this.frame.geometry.areas.length || 1;
      const below = stretches.map(() => 0);
      return totals.kinds.map((drawn, kind) => {
        const top = [];
        const bottom = [];
        for (const [i, [from, to, day]] of stretches.entries()) {
          const ends = [from, to].map((at) => percent(this.turned ? 1 - at / states.days : at / states.days));
          const base = percent(1 - below[i] / whole);
          below[i] += totals.counts[kind][day];
          const roof = percent(1 - below[i] / whole);
          top.push(`${ends[0]} ${roof}`, `${ends[1]} ${roof}`);
          bottom.unshift(`${ends[1]} ${base}`, `${ends[0]} ${base}`);
        }
        const layer = h("i", { class: drawn.silent ? "silent" : "" });
        if (!drawn.silent) layer.style.background = gp.Inks.css(drawn, 3);
        layer.style.clipPath = `polygon(${[...top, ...bottom].join(", ")})`;
        return layer;
      });
    }

    /**
     * The period in stretches of days on which all numbers are the same: the first day, the day after, the one that is drawn.
     * @param {States} states
     * @param {Totals} totals
     */
    stretches({ days }, { counts }) {
      const step = Math.ceil(days / MOST_STRETCHES);
      /** @type {[from: number, to: number, day: number][]} */
      const found = [];
      for (let from = 0; from < days; from += step) {
        const to = Math.min(from + step, days);
        const last = found[found.length - 1];
        if (last && counts.every((count) => count[last[2]] === count[to - 1])) last[1] = to;
        else found.push([from, to, to - 1]);
      }
      return found;
    }

    /**
     * A day in words: its numbers, and how many areas change on it.
     * @param {number} day
     */
    said(day) {
      if (!this.states || !this.totals) return "";
      const { turns } = this.states;
      const told = { day: this.words.day(this.states.iso(day), "short"), said: this.totals.said(this.words, day) };
      const at = turns.day.indexOf(day);
      const changed = at < 0 ? [] : [this.words.say("turned", { count: turns.areas[at] })];
      return [this.words.say("totals_cell", told), ...changed].join(" · ");
    }

    /** @param {MouseEvent} event */
    dayAt(event) {
      const box = this.seen.getBoundingClientRect();
      const share = (event.clientX - box.left) / (box.width || 1);
      const days = this.states ? this.states.days : 1;
      return Math.min(Math.max(Math.floor((this.turned ? 1 - share : share) * days), 0), days - 1);
    }

    /** @param {MouseEvent} event */
    clicked(event) {
      if (!this.states) return;
      this.frame.grabbed();
      this.frame.moves.jump(this.states.iso(this.dayAt(event)));
    }

    /** @param {MouseEvent} event */
    pointed(event) {
      const title = this.said(this.dayAt(event));
      if (this.seen.title !== title) this.seen.title = title;
    }
  };
})();
