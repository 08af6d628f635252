/* The table of the strip: a row of bars for each clock, then a row an area, in the colours of the map. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;

  /** @typedef {"about" | "published"} Bars */

  gp.StripTable = class {
    /**
     * @param {Words} words
     * @param {Area[]} areas
     * @param {StripLine[]} lines what stands in the rows
     * @param {States} states
     * @param {StripSize} size
     */
    constructor(words, areas, lines, states, size) {
      this.words = words;
      this.areas = areas;
      this.lines = lines;
      this.states = states;
      this.size = size;
      const days = Array.from({ length: size.columns }, (_, i) => size.left + i);
      const isos = days.map((day) => states.iso(day));
      const shorts = isos.map((iso) => words.day(iso, "short"));
      this.heads = isos.map((iso, i) => this.head(iso, i));
      const rows = Array.from({ length: size.rows }, (_, r) => this.line(lines[size.top + r], days, shorts));
      this.body = h("tbody", {}, ...rows);
      this.table = h(
        "table",
        {
          role: "grid",
          class: `gp-grid${size.narrow ? " gp-grid-narrow" : ""}${size.cell < 17 ? " gp-grid-dense" : ""}`,
          "aria-rowcount": lines.length + 4,
          "aria-colcount": states.days + 1,
        },
        h("caption", { text: words.say("strip") }),
        h("colgroup", {}, h("col", { style: `width:${size.labels}px` })),
        this.above(days, shorts),
        this.body,
      );
    }

    /**
     * The head of the table: bars of both clocks, and the days.
     * @param {number[]} days
     * @param {string[]} shorts the days in words
     */
    above(days, shorts) {
      const corner = h("span", { class: "gp-heard", text: this.words.say("strip_corner") });
      const first = h("th", { scope: "col", class: "gp-corner" }, corner);
      const bars = [this.sums(days, shorts), this.bars("about", days, shorts), this.bars("published", days, shorts)];
      return h("thead", {}, ...bars, h("tr", {}, first, ...this.heads));
    }

    /**
     * @param {string} iso
     * @param {number} i
     */
    head(iso, i) {
      const every = this.size.cell >= 17 ? 1 : this.size.cell >= 11 ? 2 : 7;
      const month = i === 0 || iso.endsWith("-01");
      const number = h("span", { text: i % every === 0 ? this.words.day(iso, "number") : "\u00a0" });
      const name = h("small", { text: month && i < this.size.columns - 2 ? this.words.day(iso, "month") : "\u00a0" });
      return h("th", { scope: "col", "aria-label": this.words.day(iso, "short"), "data-day": iso }, name, number);
    }

    /**
     * The first row: a stack for each day, how many areas each holder has.
     * @param {number[]} days
     * @param {string[]} shorts the days in words
     */
    sums(days, shorts) {
      const cells = days.map((day, i) => this.stacked(this.size.totals, day, shorts[i], {}));
      return h("tr", { class: "gp-totals" }, h("th", { scope: "row", text: this.words.say("totals") }), ...cells);
    }

    /**
     * @param {Totals} totals
     * @param {number} day
     * @param {string} short the day in words
     * @param {Record<string, unknown>} options of the cell
     */
    stacked(totals, day, short, options) {
      const told = this.words.say("totals_cell", { day: short, said: totals.said(this.words, day) });
      return h("td", { ...options, "aria-label": told, title: told }, totals.stack(day));
    }

    /**
     * @param {StripLine} line
     * @param {number[]} days
     * @param {string[]} shorts the days in words
     */
    line({ area, parent }, days, shorts) {
      return parent ? this.folded(parent, days, shorts) : this.row(area, days, shorts);
    }

    /**
     * The row of what areas lie in: a button that unfolds them, and a stack for each day.
     * @param {Parent} parent
     * @param {number[]} days
     * @param {string[]} shorts the days in words
     */
    folded(parent, days, shorts) {
      const name = this.words.say("fold", { name: this.words.name(parent), count: parent.areas.length });
      const open = this.size.parents.open.has(parent.id);
      const button = h("button", {
        type: "button",
        class: "gp-fold",
        "aria-expanded": String(open),
        text: name,
        title: name,
      });
      const totals = this.size.within(parent);
      const cells = days.map((day, i) =>
        this.stacked(totals, day, shorts[i], {
          class: "gp-cell gp-cell-parent",
          tabindex: "-1",
          "data-date": this.states.iso(day),
        }),
      );
      return h("tr", { class: "gp-parent", "data-parent": parent.id }, h("th", { scope: "row" }, button), ...cells);
    }

    /**
     * A row of bars: how many statements are about each day, and how many were published.
     * @param {Bars} kind
     * @param {number[]} days
     * @param {string[]} shorts the days in words
     */
    bars(kind, days, shorts) {
      const counts = this.states[kind];
      const most = Math.max(1, ...this.states.about, ...this.states.published);
      const cells = days.map((day, i) => {
        const count = counts[day] || 0;
        const bar = count ? h("i", { style: `height:${Math.max(8, (100 * count) / most)}%` }) : null;
        const told = this.barInWords(kind, day, shorts[i]);
        const number = count && this.size.cell >= 22 ? h("b", { text: this.words.number(count) }) : null;
        return h("td", { "aria-label": told, title: told }, h("span", {}, number, bar));
      });
      return h(
        "tr",
        { class: `gp-bars gp-bars-${kind}` },
        h("th", { scope: "row", text: this.words.say(`strip_${kind}`) }),
        ...cells,
      );
    }

    /**
     * How many statements a bar stands for, and of how many the day of publication is inferred.
     * @param {Bars} kind
     * @param {number} day
     * @param {string} short the day in words
     */
    barInWords(kind, day, short) {
      const said = this.words.say(`bar_${kind}`, { count: this.states[kind][day] || 0, day: short });
      const inferred = kind === "published" ? this.states.inferred[day] || 0 : 0;
      return inferred ? this.words.say("bar_inferred", { said, count: inferred }) : said;
    }

    /**
     * @param {number} area
     * @param {number[]} days
     * @param {string[]} shorts the days in words
     */
    row(area, days, shorts) {
      const name = this.words.full(this.areas[area]);
      const cells = days.map((day, i) => this.cellOf(area, day, name, shorts[i]));
      return h(
        "tr",
        { "data-area": this.areas[area].id },
        h("th", { scope: "row", text: name, title: name }),
        ...cells,
      );
    }

    /**
     * @param {number} area
     * @param {number} day
     * @param {string} name of the area
     * @param {string} short the day in words
     */
    cellOf(area, day, name, short) {
      const state = this.states.at(area, day);
      const status = gp.sentence(this.words, state);
      const size = Math.min(this.size.narrow ? 8 : 11, this.size.cell - 5);
      const marks = size >= 6 ? state.look.marks.map((mark) => gp.mark(mark, size)) : [];
      const cell = h(
        "td",
        {
          class: `gp-cell gp-cell-${state.look.outline}`,
          tabindex: "-1",
          "data-date": this.states.iso(day),
          "aria-label": this.words.say("cell", { area: name, day: short, status }),
          title: this.words.say("cell", { area: name, day: short, status }),
        },
        marks.length ? h("span", {}, ...marks) : null,
      );
      cell.style.background = gp.Inks.css(state.look, this.size.narrow ? 3 : 5);
      return cell;
    }

    /**
     * Of a big conflict only a window is in the table: it says so, and has buttons to move on.
     * @param {(areas: number, days: number) => void} move
     */
    note(move) {
      const whole = this.size.rows === this.lines.length && this.size.columns === this.states.days;
      if (whole) return null;
      const { words } = this;
      const button = (/** @type {string} */ key, /** @type {number} */ area, /** @type {number} */ day) =>
        h("button", {
          type: "button",
          text: words.say(key),
          onclick: () => move(area * this.size.rows, day * this.size.columns),
        });
      const text = words.say("window", {
        first_area: this.size.top + 1,
        last_area: this.size.top + this.size.rows,
        areas: this.lines.length,
        first_day: this.size.left + 1,
        last_day: this.size.left + this.size.columns,
        days: this.states.days,
      });
      return h(
        "p",
        { class: "gp-window" },
        h("span", { text }),
        this.size.rows < this.lines.length && button("window_up", -1, 0),
        this.size.rows < this.lines.length && button("window_down", 1, 0),
        this.size.columns < this.states.days && button("window_earlier", 0, -1),
        this.size.columns < this.states.days && button("window_later", 0, 1),
      );
    }
  };
})();
