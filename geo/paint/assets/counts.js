/* Where areas are too small to be drawn: how many of a province look how, as a bar. Nobody spoke of the province, so it has no colour. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  /** Pixels of a bar, and how close two may be, across. */
  const WIDE = { bar: 56, reach: 74 };
  const NARROW = { bar: 40, reach: 56 };
  const HIGH = 9;
  /** How much closer bars may be above one another than beside. */
  const FLAT = 1.7;
  const NAME = 12;
  const STRIPE = 3;
  const MARK = 11;
  const MOST_STOPS = 60;
  const MOST_NAMED = 3;
  const FIGHTING = "fighting";

  gp.Counts = class {
    /**
     * @param {GeoView} view
     * @param {Sheets} sheets
     */
    constructor(view, sheets) {
      this.view = view;
      this.map = view.map;
      this.words = view.words;
      this.sheets = sheets;
      this.grounds = gp.grounds(view.geometry, sheets.members);
      this.tally = new gp.Tally(this.grounds, view.areas.length);
      this.root = s("svg", { class: "gp-labels gp-counts leaflet-zoom-hide", width: 1, height: 1 });
      view.map.getPane("gp-signs")?.append(this.root);
      /** @type {CountBar[]} */
      this.bars = [];
      /** The bar that the tooltip tells of. @type {CountBar | null} */
      this.told = null;
      /** Where bars stand at a zoom. @type {{zoom: number, reach: number, seats: CountSeat[]}} */
      this.at = { zoom: NaN, reach: 0, seats: [] };
    }

    /** Another narrator tells: everything is counted anew. @param {States} states */
    begin(states) {
      this.tally.begin(states);
    }

    /**
     * @param {number} area
     * @param {number} before its look, or -1
     * @param {number} now
     */
    move(area, before, now) {
      this.tally.move(area, before, now);
    }

    /** After each pan or zoom: as many bars as there is room for. */
    place() {
      this.root.replaceChildren();
      this.bars = [];
      this.leave();
      if (!this.view.far || !this.view.states) return;
      const wide = (this.view.narrow ? NARROW : WIDE).bar;
      const { min = L.point(0, 0) } = this.map.getPixelBounds();
      const size = this.map.getSize();
      this.bars = this.seats()
        .map(({ x, y, grounds }) => ({ at: { x: x - min.x, y: y - min.y }, grounds }))
        .filter(
          ({ at: { x, y } }) =>
            Math.abs(2 * x - size.x) < size.x + wide && Math.abs(2 * y - size.y) < size.y + 2 * HIGH,
        )
        .map(({ at, grounds }) => this.bar(at, grounds, wide));
      const [boxes, taken] = [this.boxes(), this.view.furniture.boxes()];
      this.bars.forEach((made, k) => {
        const others = boxes.filter((_, other) => other !== k);
        taken.push(...this.name(made, [...taken, ...others]));
      });
      this.bars.forEach((made) => made.node.setAttribute("tabindex", this.bars.length <= MOST_STOPS ? "0" : "-1"));
      this.root.append(...this.bars.map(({ node }) => node));
      this.draw();
    }

    /** Where bars stand at this zoom, wherever the map is: panning moves none. */
    seats() {
      const zoom = this.map.getZoom();
      const { reach } = this.view.narrow ? NARROW : WIDE;
      if (zoom === this.at.zoom && reach === this.at.reach) return this.at.seats;
      const points = this.grounds.map(({ lon, lat, areas }, ground) => {
        const { x, y } = this.map.project([lat, lon]);
        return { ground, weight: areas.length, x, y: y * FLAT };
      });
      this.at = { zoom, reach, seats: gp.countSeats(points, reach, FLAT) };
      return this.at.seats;
    }

    /**
     * @param {{x: number, y: number}} at in the map's box
     * @param {number[]} grounds
     * @param {number} wide
     * @returns {CountBar}
     */
    bar(at, grounds, wide) {
      const { x, y } = this.map.containerPointToLayerPoint([at.x, at.y]);
      const [parts, below] = [s("g", {}), s("g", {})];
      const frame = { x: -wide / 2, y: -HIGH / 2, width: wide, height: HIGH };
      const node = s(
        "g",
        { class: "gp-counts-bar", role: "button", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
        s("rect", { class: "gp-reach", x: -wide / 2 - 4, y: -HIGH - 10, width: wide + 8, height: 38 }),
        s("rect", { ...frame, class: "gp-counts-ground" }),
        parts,
        s("rect", { ...frame, class: "gp-counts-frame" }),
        below,
      );
      const made = { at, grounds, wide, node, parts, below, key: "", said: "" };
      L.DomEvent.disableClickPropagation(/** @type {HTMLElement} */ (/** @type {unknown} */ (node)));
      for (const kind of ["mouseenter", "focus"]) node.addEventListener(kind, () => this.tell(made));
      for (const kind of ["mouseleave", "blur"]) node.addEventListener(kind, () => this.leave());
      node.addEventListener("click", (event) => this.open(event, made));
      node.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") this.open(event, made);
      });
      return made;
    }

    /** Boxes of bars and their numbers: nothing else is written there. @returns {PixelBox[]} */
    boxes() {
      return this.bars.map(({ at: { x, y }, wide }) => ({
        x0: x - wide / 2,
        x1: x + wide / 2,
        y0: y - HIGH / 2 - 1,
        y1: y + HIGH / 2 + NAME + 1,
      }));
    }

    /**
     * The name of one province over its bar, where there is room; returns what it takes.
     * @param {CountBar} bar
     * @param {PixelBox[]} taken
     * @returns {PixelBox[]}
     */
    name({ at: { x, y }, grounds, node }, taken) {
      const { parent } = this.grounds[grounds[0]];
      if (grounds.length > 1 || !parent) return [];
      const text = this.words.name(parent);
      const half = gp.seats.width(text, "word") / 2 + 2;
      const box = { x0: x - half, x1: x + half, y0: y - HIGH / 2 - NAME - 1, y1: y - HIGH / 2 - 2 };
      const size = this.map.getSize();
      if (box.x0 < 2 || box.x1 > size.x - 2 || box.y0 < 2 || taken.some((one) => gp.seats.overlaps(one, box)))
        return [];
      node.append(s("text", { class: "gp-word", y: -HIGH / 2 - 4, text }));
      return [box];
    }

    /** Writes the numbers of the day into the bars whose numbers are others. @param {boolean} first of a narrator */
    draw(first = false) {
      if (first && !this.bars.length) this.place();
      for (const bar of this.bars) {
        const sum = this.tally.sum(bar.grounds);
        const key = `${this.view.states?.key} ${sum.counts.join()} ${sum.fighting}`;
        if (key === bar.key) continue;
        bar.key = key;
        this.fill(bar, sum);
        bar.said = this.say(sum);
        if (bar === this.told) this.tell(bar);
        bar.node.setAttribute("aria-label", [this.named(bar), bar.said].filter(Boolean).join(": "));
      }
    }

    /**
     * @param {CountBar} bar
     * @param {CountSum} sum
     */
    fill({ wide, parts, below }, { counts, areas, fighting }) {
      let x = -wide / 2;
      const made = counts.flatMap((count, kind) => {
        const width = (wide * count) / areas;
        const fill = this.view.frame.inks.svg(this.tally.kinds[kind], STRIPE);
        const part = count && s("rect", { x: x.toFixed(2), y: -HIGH / 2, width: width.toFixed(2), height: HIGH, fill });
        x += width;
        return part ? [part] : [];
      });
      parts.replaceChildren(...made);
      const y = HIGH / 2 + NAME - 1;
      const text = this.words.grouped(areas);
      const number = s("text", { class: "gp-counts-number", x: -wide / 2, y, text });
      const free = gp.seats.width(text, "word") + 3 - wide / 2;
      below.replaceChildren(number, ...(fighting ? this.fights(wide / 2, free, y, fighting) : []));
    }

    /**
     * In how many areas there is fighting: up to the end of the bar, but not over its number.
     * @param {number} end
     * @param {number} free where the number ends
     * @param {number} y
     * @param {number} fighting
     */
    fights(end, free, y, fighting) {
      const text = this.words.grouped(fighting);
      const mark = gp.mark(FIGHTING, MARK);
      const x = Math.max(end - gp.seats.width(text, "word") - MARK - 1, free);
      mark.setAttribute("x", String(x));
      mark.setAttribute("y", String(y - MARK + 2));
      return [mark, s("text", { class: "gp-counts-number", x: x + MARK + 1, y, text })];
    }

    /** A day's numbers in words. @param {CountSum} sum */
    say({ counts, areas, fighting }) {
      const { words } = this;
      const parts = counts.flatMap((count, kind) =>
        count ? [words.say("total", { text: this.tally.kinds[kind].text, count })] : [],
      );
      if (fighting) parts.push(words.say("counted_fighting", { count: fighting }));
      return words.say("counted", { count: areas, said: parts.join(" · ") });
    }

    /** What a bar counts the areas of. @param {CountBar} bar */
    named({ grounds }) {
      const names = grounds.flatMap((ground) => {
        const { parent } = this.grounds[ground];
        return parent ? [this.words.name(parent)] : [];
      });
      return [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ["…"] : [])].join(" · ");
    }

    /** @param {CountBar} bar */
    tell(bar) {
      this.told = bar;
      this.view.pointer.tell(this.named(bar), bar.said, bar.at);
    }

    leave() {
      if (this.told) this.view.pointer.leave();
      this.told = null;
    }

    /**
     * Moves to the ground of a bar, near enough for one province's areas, or for more bars than one.
     * @param {Event} event
     * @param {CountBar} bar
     */
    open(event, { grounds }) {
      L.DomEvent.stop(event);
      const box = gp.lines.bounds(this.grounds[grounds[0]].box);
      for (const ground of grounds) box.extend(gp.lines.bounds(this.grounds[ground].box));
      const least = grounds.length > 1 ? this.map.getZoom() + 1 : this.sheets.near + 0.05;
      const zoom = Math.max(this.map.getBoundsZoom(box.pad(0.15)), least);
      this.map.setView(box.getCenter(), zoom, { animate: false });
    }
  };
})();
