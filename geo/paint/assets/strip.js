/* The whole period at a glance: a table of areas and days in the colours of the map, bars above it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const MOST_AREAS = 60;
  const MOST_DAYS = 120;
  const SETTLE_MS = 150;
  const FEW_CELLS = 600;
  /** @type {Record<string, [rows: number, columns: number]>} */
  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  gp.Strip = class {
    /**
     * @param {GeoFrame} frame
     * @param {HTMLElement} root
     */
    constructor(frame, root) {
      this.frame = frame;
      this.root = root;
      this.words = frame.words;
      this.areas = frame.geometry.areas;
      this.parents = frame.parents;
      /** @type {StripLine[]} */
      this.lines = [];
      /** @type {Map<string, Totals>} */
      this.sums = new Map();
      /** First area and first day of the window that is in the table. */
      this.top = 0;
      this.left = 0;
      this.rows = 0;
      this.columns = 0;
      /** Width of a cell, and of the areas' names, in pixels. */
      this.cell = 0;
      this.labels = 0;
      this.narrow = false;
      this.states = /** @type {States} */ (/** @type {unknown} */ (null));
      /** @type {HTMLTableCellElement[]} */
      this.heads = [];
      /** @type {{x: number}[]} */
      this.seats = [];
      this.totals = /** @type {Totals} */ (/** @type {unknown} */ (null));
      this.body = h("tbody", {});
      this.said = h("p", { class: "gp-totals-said" });
      this.table = h("table", {});
      this.number = h("b", {});
      this.cursor = h("div", {});
      /** @type {{day: number, area: string | null} | null} */
      this.marked = null;
      /** @type {HTMLTableCellElement | undefined} */
      this.today = undefined;
      /** @type {HTMLTableRowElement | undefined} */
      this.chosenRow = undefined;
      /** @type {HTMLTableCellElement | null} */
      this.selected = null;
      /** @type {HTMLTableCellElement | null} */
      this.stop = null;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.resting = undefined;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.waiting = undefined;
      root.addEventListener("click", (event) => this.clicked(event));
      root.addEventListener("keydown", (event) => this.key(event));
    }

    /** As many days as fit without sideways scrolling, at most MOST_DAYS. */
    fit() {
      const width = this.root.clientWidth || 700;
      this.narrow = width <= 600;
      this.labels = this.narrow ? 62 : Math.min(150, Math.round(width * 0.16));
      const room = width - this.labels;
      this.columns = Math.max(1, Math.min(this.states.span, MOST_DAYS, Math.floor(room / (this.narrow ? 12 : 9))));
      this.lines = this.parents.lines();
      this.rows = Math.min(this.lines.length, MOST_AREAS);
      this.cell = room / this.columns;
      this.top = Math.max(0, Math.min(this.top, this.lines.length - this.rows));
      this.left = this.states.known(Math.min(this.left, this.states.to + 1 - this.columns));
    }

    /**
     * The numbers of one parent's areas.
     * @param {Parent} parent
     */
    within(parent) {
      const made = this.sums.get(parent.id) ?? new gp.Totals(this.states, parent.areas);
      this.sums.set(parent.id, made);
      return made;
    }

    /** @param {string} id of a parent */
    fold(id) {
      this.parents.fold(id);
      this.draw();
      /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-parent="${CSS.escape(id)}"] button`))?.focus();
    }

    resized() {
      if (this.states) this.draw();
    }

    /** @param {States} states */
    show(states) {
      if (states === this.states) return;
      this.states = states;
      this.sums.clear();
      this.totals = new gp.Totals(states, [...this.areas.keys()]);
      this.draw();
    }

    draw() {
      this.fit();
      const { words, states } = this;
      const made = new gp.StripTable(words, this.areas, this.lines, states, this);
      this.heads = made.heads;
      this.body = made.body;
      this.table = made.table;
      this.number = h("b", {});
      this.cursor = h("div", { class: "gp-day", "aria-hidden": "true" }, this.number);
      const scrolled = this.scroll?.scrollTop ?? 0;
      this.scroll = h("div", { class: "gp-grid-scroll" }, h("div", { class: "gp-grid-box" }, this.table, this.cursor));
      const hint = h("p", { class: "gp-hint", text: words.say("strip_hint") });
      const note = made.note((areas, days) => this.move(areas, days));
      this.root.replaceChildren(this.said, this.scroll, ...(note ? [note, hint] : [hint]));
      this.scroll.scrollTop = scrolled;
      this.measure();
      if (this.marked) this.mark(states, this.marked.day, this.marked.area);
    }

    /**
     * @param {number} areas
     * @param {number} days
     */
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

    /**
     * Frames the chosen day and names the chosen area's row. Of a big table only the frame moves while the
     * thumb does, on a layer of its own: whatever touches the table itself paints thousands of cells again.
     * @param {States} states
     * @param {number} day
     * @param {string | null} area
     */
    mark(states, day, area) {
      const moved = !this.marked || this.marked.area !== area;
      const stepped = this.marked?.day !== day;
      this.marked = { day, area };
      if (states !== this.states) this.show(states);
      const seat = this.seats[day - this.left];
      this.cursor.hidden = !seat;
      if (seat) {
        this.cursor.style.transform = `translateX(${seat.x - 2}px)`;
        this.number.textContent = this.words.day(states.iso(day), "number");
      } else if (stepped) this.follow(day);
      clearTimeout(this.resting);
      if (moved || this.rows * this.columns <= FEW_CELLS) this.settle();
      else this.resting = setTimeout(() => this.settle(), SETTLE_MS);
    }

    /** What a resting thumb adds: the header's weight, the selected cell, the tab stop. */
    settle() {
      if (!this.marked) return;
      const { day, area } = this.marked;
      const column = day - this.left;
      if (this.today) this.today.classList.remove("gp-today");
      this.today = this.heads[column];
      if (this.today) this.today.classList.add("gp-today");
      const at = area === null ? undefined : this.frame.indexOf.get(area);
      const row = at === undefined ? -1 : gp.lineOf(this.lines, at) - this.top;
      this.said.replaceChildren(...this.totals.sentence(this.words, this.words.day(this.states.iso(day)), day));
      if (this.chosenRow) this.chosenRow.classList.remove("gp-chosen");
      this.chosenRow = this.body.rows[row];
      if (this.chosenRow) this.chosenRow.classList.add("gp-chosen");
      if (this.selected) this.selected.removeAttribute("aria-selected");
      this.selected = this.chosenRow ? this.chosenRow.cells[column + 1] : null;
      if (this.selected) this.selected.setAttribute("aria-selected", "true");
      if (!this.root.contains(document.activeElement)) this.rove(Math.max(row, 0), Math.max(column, 0));
    }

    /**
     * The chosen day left the window: bring it back once the thumb rests.
     * @param {number} day
     */
    follow(day) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        if (this.marked?.day !== day) return;
        this.left = day - Math.floor(this.columns / 2);
        this.draw();
      }, SETTLE_MS);
    }

    /**
     * One cell of the table is a tab stop.
     * @param {number} row
     * @param {number} column
     */
    rove(row, column, { focus = false } = {}) {
      const line = this.body.rows[Math.min(row, this.rows - 1)];
      const cell = line && line.cells[Math.min(column, this.columns - 1) + 1];
      if (!cell) return;
      if (this.stop) this.stop.tabIndex = -1;
      this.stop = cell;
      this.stop.tabIndex = 0;
      if (focus) cell.focus();
    }

    /** @param {Event} event */
    cellAt(event) {
      return /** @type {HTMLTableCellElement | null} */ (/** @type {Element} */ (event.target).closest(".gp-cell"));
    }

    /** @param {Event} event */
    clicked(event) {
      const cell = this.cellAt(event);
      if (cell) this.choose(cell);
      const id = /** @type {Element} */ (event.target).closest(".gp-fold")?.closest("tr")?.dataset.parent;
      if (id) this.fold(id);
    }

    /** @param {HTMLTableCellElement} cell */
    choose(cell) {
      const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
      this.rove(row.sectionRowIndex, cell.cellIndex - 1);
      this.frame.chooseInStrip(row.dataset.area ?? null, cell.dataset.date ?? null);
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      const cell = this.cellAt(event);
      if (!cell) return;
      if (event.key === "Enter" || event.key === " ") this.choose(cell);
      else if (STEPS[event.key]) this.step(cell, ...this.turned(STEPS[event.key]));
      else if (event.key === "Home") this.step(cell, 0, -this.states.days);
      else if (event.key === "End") this.step(cell, 0, this.states.days);
      else return;
      event.preventDefault();
    }

    /**
     * In a right-to-left page the first day is on the right.
     * @param {[rows: number, columns: number]} step
     * @returns {[rows: number, columns: number]}
     */
    turned([rows, columns]) {
      return [rows, getComputedStyle(this.root).direction === "rtl" ? -columns : columns];
    }

    /**
     * @param {HTMLTableCellElement} cell
     * @param {number} rows
     * @param {number} columns
     */
    step(cell, rows, columns) {
      const row = /** @type {HTMLTableRowElement} */ (cell.parentElement).sectionRowIndex;
      const area = Math.max(0, Math.min(this.top + row + rows, this.lines.length - 1));
      const day = this.states.known(this.left + cell.cellIndex - 1 + columns);
      const inside =
        area >= this.top && area < this.top + this.rows && day >= this.left && day < this.left + this.columns;
      if (!inside) {
        this.top = Math.min(this.top, area) + Math.max(0, area - this.top - this.rows + 1);
        this.left = Math.min(this.left, day) + Math.max(0, day - this.left - this.columns + 1);
        this.draw();
      }
      this.rove(area - this.top, day - this.left, { focus: true });
    }
  };
})();
