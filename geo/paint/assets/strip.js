/* The whole period at a glance: a table of areas and days in the colours of the map, bars above it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const MOST_AREAS = 60;
  const MOST_DAYS = 120;
  const SETTLE_MS = 150;
  const FEW_CELLS = 600;
  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  gp.Strip = class {
    constructor(frame, root) {
      Object.assign(this, { frame, root, words: frame.words, areas: frame.geometry.areas, top: 0, left: 0 });
      this.focus = { area: 0, day: 0 };
      root.addEventListener("click", (event) => this.clicked(event));
      root.addEventListener("keydown", (event) => this.key(event));
    }

    /** As many days as fit without sideways scrolling, at most MOST_DAYS. */
    fit() {
      const width = this.root.clientWidth || 700;
      this.narrow = width <= 600;
      this.labels = this.narrow ? 62 : Math.min(150, Math.round(width * 0.16));
      const room = width - this.labels;
      this.columns = Math.max(1, Math.min(this.states.days, MOST_DAYS, Math.floor(room / (this.narrow ? 12 : 9))));
      this.rows = Math.min(this.areas.length, MOST_AREAS);
      this.cell = room / this.columns;
      this.top = Math.max(0, Math.min(this.top, this.areas.length - this.rows));
      this.left = Math.max(0, Math.min(this.left, this.states.days - this.columns));
    }

    resized() {
      if (this.states) this.draw();
    }

    show(states) {
      if (states === this.states) return;
      this.states = states;
      this.draw();
    }

    draw() {
      this.fit();
      const { words, states } = this;
      const days = Array.from({ length: this.columns }, (_, i) => this.left + i);
      this.isos = days.map((day) => states.iso(day));
      const shorts = this.isos.map((iso) => words.day(iso, "short"));
      const colgroup = h("colgroup", {}, h("col", { style: `width:${this.labels}px` }));
      this.heads = this.isos.map((iso, i) => this.head(iso, i));
      const head = h("thead", {},
        this.bars("about", days, shorts),
        this.bars("published", days, shorts),
        h("tr", {}, h("th", { scope: "col", class: "gp-corner" }, h("span", { class: "gp-heard", text: words.say("strip_corner") })), ...this.heads));
      const rows = Array.from({ length: this.rows }, (_, r) => this.row(this.top + r, days, shorts));
      this.body = h("tbody", {}, ...rows);
      this.table = h("table", {
        role: "grid", class: `gp-grid${this.narrow ? " gp-grid-narrow" : ""}${this.cell < 17 ? " gp-grid-dense" : ""}`,
        "aria-rowcount": this.areas.length + 3, "aria-colcount": states.days + 1,
      }, h("caption", { text: words.say("strip") }), colgroup, head, this.body);
      this.number = h("b", {});
      this.cursor = h("div", { class: "gp-day", "aria-hidden": "true" }, this.number);
      const around = h("div", { class: "gp-grid-box" }, this.table, this.cursor);
      const hint = h("p", { class: "gp-hint", text: words.say("strip_hint") });
      this.root.replaceChildren(...[around, this.note(), hint].filter(Boolean));
      this.measure();
      if (this.marked) this.mark(states, this.marked.day, this.marked.area);
    }

    head(iso, i) {
      const every = this.cell >= 17 ? 1 : this.cell >= 11 ? 2 : 7;
      const month = i === 0 || iso.endsWith("-01");
      const number = h("span", { text: i % every === 0 ? this.words.day(iso, "number") : "\u00a0" });
      const name = h("small", { text: month && i < this.columns - 2 ? this.words.day(iso, "month") : "\u00a0" });
      return h("th", { scope: "col", "aria-label": this.words.day(iso, "short"), "data-day": iso }, name, number);
    }

    /** A row of bars: how many statements are about each day, and how many were published. */
    bars(kind, days, shorts) {
      const counts = this.states[kind];
      const most = Math.max(1, ...this.states.about, ...this.states.published);
      const cells = days.map((day, i) => {
        const count = counts[day] || 0;
        const bar = count ? h("i", { style: `height:${Math.max(8, (100 * count) / most)}%` }) : null;
        const number = count && this.cell >= 22 ? h("b", { text: this.words.number(count) }) : null;
        return h("td", { "aria-label": this.words.say(`bar_${kind}`, { count, day: shorts[i] }), title: this.words.say(`bar_${kind}`, { count, day: shorts[i] }) }, h("span", {}, number, bar));
      });
      return h("tr", { class: `gp-bars gp-bars-${kind}` }, h("th", { scope: "row", text: this.words.say(`strip_${kind}`) }), ...cells);
    }

    row(area, days, shorts) {
      const name = this.words.name(this.areas[area]);
      const cells = days.map((day, i) => this.cellOf(area, day, name, shorts[i]));
      return h("tr", { "data-area": this.areas[area].id }, h("th", { scope: "row", text: name, title: name }), ...cells);
    }

    cellOf(area, day, name, short) {
      const state = this.states.at(area, day);
      const status = gp.sentence(this.words, state);
      const size = Math.min(this.narrow ? 8 : 11, this.cell - 5);
      const marks = size >= 6 ? state.look.marks.map((mark) => gp.mark(mark, size)) : [];
      const cell = h("td", {
        class: `gp-cell gp-cell-${state.look.outline}`, tabindex: "-1", "data-date": this.states.iso(day),
        "aria-label": this.words.say("cell", { area: name, day: short, status }),
        title: this.words.say("cell", { area: name, day: short, status }),
      }, marks.length ? h("span", {}, ...marks) : null);
      cell.style.background = gp.Inks.css(state.look.colours, this.narrow ? 3 : 5);
      return cell;
    }

    /** Of a big conflict only a window is in the table: it says so, and has buttons to move on. */
    note() {
      const whole = this.rows === this.areas.length && this.columns === this.states.days;
      if (whole) return null;
      const { words } = this;
      const move = (key, area, day) =>
        h("button", { type: "button", text: words.say(key), onclick: () => this.move(area * this.rows, day * this.columns) });
      const text = words.say("window", {
        first_area: this.top + 1, last_area: this.top + this.rows, areas: this.areas.length,
        first_day: this.left + 1, last_day: this.left + this.columns, days: this.states.days,
      });
      return h("p", { class: "gp-window" }, h("span", { text }),
        this.rows < this.areas.length && move("window_up", -1, 0), this.rows < this.areas.length && move("window_down", 1, 0),
        this.columns < this.states.days && move("window_earlier", 0, -1), this.columns < this.states.days && move("window_later", 0, 1));
    }

    move(areas, days) {
      this.top += areas;
      this.left += days;
      this.draw();
    }

    /** Where the columns stand, read once: scrubbing must not ask for the layout. */
    measure() {
      this.seats = this.heads.map((head) => ({ x: head.offsetLeft }));
      const above = this.heads[0] ? this.heads[0].offsetTop : 0;
      this.cursor.style.width = `${(this.heads[0] ? this.heads[0].offsetWidth : 0) + 4}px`;
      this.cursor.style.top = `${above}px`;
      this.number.style.height = `${this.heads[0] ? this.heads[0].offsetHeight - 2 : 0}px`;
      this.cursor.style.height = `${this.table.offsetHeight - above}px`;
    }

    /** Frames the chosen day and names the chosen area's row. Of a big table only the frame moves while the
     * thumb does, on a layer of its own: whatever touches the table itself paints thousands of cells again. */
    mark(states, day, area) {
      const moved = !this.marked || this.marked.area !== area;
      this.marked = { day, area };
      if (states !== this.states) this.show(states);
      const seat = this.seats[day - this.left];
      this.cursor.hidden = !seat;
      if (seat) {
        this.cursor.style.transform = `translateX(${seat.x - 2}px)`;
        this.number.textContent = this.words.day(states.iso(day), "number");
      } else this.follow(day);
      clearTimeout(this.resting);
      if (moved || this.rows * this.columns <= FEW_CELLS) this.settle();
      else this.resting = setTimeout(() => this.settle(), SETTLE_MS);
    }

    /** What a resting thumb adds: the header's weight, the selected cell, the tab stop. */
    settle() {
      const { day, area } = this.marked;
      const column = day - this.left;
      if (this.today) this.today.classList.remove("gp-today");
      this.today = this.heads[column];
      if (this.today) this.today.classList.add("gp-today");
      const row = this.frame.indexOf.has(area) ? this.frame.indexOf.get(area) - this.top : -1;
      if (this.chosenRow) this.chosenRow.classList.remove("gp-chosen");
      this.chosenRow = this.body.rows[row];
      if (this.chosenRow) this.chosenRow.classList.add("gp-chosen");
      if (this.selected) this.selected.removeAttribute("aria-selected");
      this.selected = this.chosenRow ? this.chosenRow.cells[column + 1] : null;
      if (this.selected) this.selected.setAttribute("aria-selected", "true");
      if (!this.root.contains(document.activeElement)) this.rove(Math.max(row, 0), Math.max(column, 0));
    }

    /** The chosen day left the window: bring it back once the thumb rests. */
    follow(day) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        if (this.marked.day !== day) return;
        this.left = day - Math.floor(this.columns / 2);
        this.draw();
      }, SETTLE_MS);
    }

    /** One cell of the table is a tab stop. */
    rove(row, column, { focus = false } = {}) {
      const line = this.body.rows[Math.min(row, this.rows - 1)];
      const cell = line && line.cells[Math.min(column, this.columns - 1) + 1];
      if (!cell) return;
      if (this.stop) this.stop.tabIndex = -1;
      this.stop = cell;
      this.stop.tabIndex = 0;
      if (focus) cell.focus();
    }

    clicked(event) {
      const cell = event.target.closest(".gp-cell");
      if (cell) this.choose(cell);
    }

    choose(cell) {
      const area = cell.parentNode.dataset.area;
      const iso = cell.dataset.date;
      this.rove(cell.parentNode.sectionRowIndex, cell.cellIndex - 1);
      this.frame.choose(area, iso);
    }

    key(event) {
      const cell = event.target.closest(".gp-cell");
      if (!cell) return;
      if (event.key === "Enter" || event.key === " ") this.choose(cell);
      else if (STEPS[event.key]) this.step(cell, ...this.turned(STEPS[event.key]));
      else if (event.key === "Home") this.step(cell, 0, -this.states.days);
      else if (event.key === "End") this.step(cell, 0, this.states.days);
      else return;
      event.preventDefault();
    }

    /** In a right-to-left page the first day is on the right. */
    turned([rows, columns]) {
      return [rows, getComputedStyle(this.root).direction === "rtl" ? -columns : columns];
    }

    step(cell, rows, columns) {
      const area = Math.max(0, Math.min(this.top + cell.parentNode.sectionRowIndex + rows, this.areas.length - 1));
      const day = Math.max(0, Math.min(this.left + cell.cellIndex - 1 + columns, this.states.days - 1));
      const inside = area >= this.top && area < this.top + this.rows && day >= this.left && day < this.left + this.columns;
      if (!inside) {
        this.top = Math.min(this.top, area) + Math.max(0, area - this.top - this.rows + 1);
        this.left = Math.min(this.left, day) + Math.max(0, day - this.left - this.columns + 1);
        this.draw();
      }
      this.rove(area - this.top, day - this.left, { focus: true });
    }
  };
})();
