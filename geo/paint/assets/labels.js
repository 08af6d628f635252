/* Names on the map: placed so that no label sits on another, areas first, then towns and passes. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const FEW_AREAS = 60;
  /** Pixels between a label and the edge of the map. */
  const CLEAR = 8;

  const { width, overlaps, shape, best, named } = gp.seats;

  gp.Labels = class {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.map = view.map;
      /** @type {Label[]} */
      this.placed = [];
      /** @type {PixelBox[]} */
      this.taken = [];
      /** @type {PixelBox} */
      this.frame = { x0: 0, y0: 0, x1: 0, y1: 0 };
      this.root = s("svg", { class: "gp-labels leaflet-zoom-hide", width: 1, height: 1, "aria-hidden": "true" });
      view.map.getPane("gp-labels")?.append(this.root);
      /** In map units, once each is needed. @type {Shape[]} */
      this.shapes = [];
      const { places = [] } = view.geometry;
      /** What areas are called, where places might be called the same. */
      this.areaNames = new Set(places.length ? view.areas.map((area) => area.name) : []);
      /** The area that was placed before all others, or -1. */
      this.first = -1;
    }

    /**
     * The chosen area has its name also where there is room for it only if it is the first to be placed.
     * @param {number} first to be placed, or -1
     */
    place(first = -1) {
      if (!this.view.states) return;
      this.placed = [];
      this.taken = [];
      this.root.replaceChildren();
      const size = this.map.getSize();
      this.frame = { x0: CLEAR, y0: CLEAR, x1: size.x - CLEAR, y1: size.y - CLEAR };
      this.taken.push(...this.view.furniture.boxes(), ...(this.view.counts?.boxes() ?? []));
      const { places, radius } = this.view;
      const seen = gp.points.take(this, places, radius);
      const spots = this.visible();
      const begun = spots.filter(
        (spot) => spot.i === first && (this.placeArea(spot, spots) || this.placeArea(spot, [], 0)),
      );
      const left = named(spots.filter((spot) => !begun.includes(spot))).filter((spot) => !this.placeArea(spot, spots));
      // of a few areas each keeps its name, if need be over a border
      if (this.view.areas.length <= FEW_AREAS) for (const spot of left) this.placeArea(spot, []);
      const { chosen } = this.view.overlays;
      if (first < 0 && spots.some(({ i }) => i === chosen) && !this.placed.some(({ i }) => i === chosen)) {
        this.place(chosen);
        return;
      }
      this.first = first;
      this.placed.filter((label) => !label.word).forEach((label) => this.seatMarks(label));
      gp.points.name(this, seen, radius);
      if (!this.view.narrow) gp.towns.place(this);
      this.update(false);
    }

    /** Another area is chosen. */
    choose() {
      const { chosen } = this.view.overlays;
      if (chosen !== this.first && (this.first >= 0 || !this.placed.some(({ i }) => i === chosen))) this.place();
    }

    /** Areas in sight that have an outline, in pixels. */
    visible() {
      const scale = L.CRS.EPSG3857.scale(this.map.getZoom()) / L.CRS.EPSG3857.scale(0);
      const origin = /** @type {L.Point} */ (this.map.getPixelBounds().min);
      const { frame } = this;
      /** @type {Spot[]} */
      const spots = [];
      for (const i of this.view.outlined()) {
        const area = this.view.areas[i];
        if (gp.points.is(area)) continue;
        const outline = (this.shapes[i] ??= shape(area));
        const [x0, x1] = [outline.x0 * scale - origin.x, outline.x1 * scale - origin.x];
        const box = { x0, x1, y0: outline.y0 * scale - origin.y, y1: outline.y1 * scale - origin.y };
        if (box.x1 < frame.x0 || box.x0 > frame.x1 || box.y1 < frame.y0 || box.y0 > frame.y1) continue;
        const ring = outline.ring.map((v, k) => v * scale - (k % 2 ? origin.y : origin.x));
        const centre = { x: outline.centre.x * scale - origin.x, y: outline.centre.y * scale - origin.y };
        spots.push({ i, box, ring, centre, size: (box.x1 - box.x0) * (box.y1 - box.y0) });
      }
      return spots;
    }

    /**
     * With its words, with short ones only, alone, in smaller letters, or not at all: never on another area.
     * @param {Spot} spot
     * @param {Spot[]} spots those that it must keep off
     * @param {number} least share of a name that must be inside its area
     */
    placeArea(spot, spots, least = 0.3) {
      const { view } = this;
      const name = view.words.name(view.areas[spot.i]);
      const big = { name, narrow: view.narrow, w: width(name, view.narrow ? "narrow" : "name") + 6 };
      const full = { ...big, words: true, w: Math.max(big.w, this.longest(spot.i, true)), h: 31 };
      const tight = { ...full, w: big.w + 16 };
      const bare = { ...big, words: false, h: 17 };
      const small = { ...bare, narrow: true, w: width(name, "narrow") + 6 };
      if (least && view.areas.length > FEW_AREAS && small.w > spot.box.x1 - spot.box.x0) return false;
      const others = spots.filter((other) => other !== spot && overlaps(other.box, spot.box));
      const room = { frame: this.frame, taken: this.taken, others };
      const fit = (/** @type {Lettering} */ label, inside = least) =>
        best(spot.ring, spot, spot.centre, label, inside, room);
      const worded = view.narrow ? null : fit(full, 0.6) || fit(tight, 0.6);
      const seat = worded || fit(bare) || fit(small);
      if (seat) {
        this.taken.push(seat.box);
        this.placed.push(this.draw(spot.i, seat));
      }
      return Boolean(seat);
    }

    /**
     * The longest line that this area shows on any day: the name must not jump while scrubbing.
     * @param {number} i
     * @param {boolean} withWord
     */
    longest(i, withWord) {
      const states = /** @type {States} */ (this.view.states);
      const aged = (/** @type {Look} */ look) => gp.label(this.view.words, { look, age: look.fills.length ? 9 : null });
      const of = (/** @type {Look} */ look) => (withWord ? width(aged(look), "word") + 8 : 0) + look.marks.length * 13;
      let longest = states.start[i] === states.start[i + 1] ? of(states.looks[0]) : 0;
      for (let at = states.start[i]; at < states.start[i + 1]; at += 1)
        longest = Math.max(longest, of(states.looks[states.look[at]]));
      return longest;
    }

    /**
     * @param {number} i
     * @param {Seat} seat
     * @returns {Label}
     */
    draw(i, seat) {
      const at = this.map.containerPointToLayerPoint([seat.x, seat.y]);
      const group = s("g", { class: "gp-label", transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` });
      const name = s("text", {
        class: seat.narrow ? "gp-name gp-name-narrow" : "gp-name",
        y: seat.words ? -2 : 5,
        text: seat.name,
      });
      group.append(name);
      /** @type {Label} */
      const label = { i, group, seat, shownLook: null, shownText: null };
      if (seat.words) {
        label.word = s("text", { class: "gp-word", y: 12 });
        group.append(label.word);
        this.addMarks(label, 0, 3);
      }
      this.root.append(group);
      return label;
    }

    /**
     * The area whose name is written at a point: a name stands for its area, also where it reaches over a neighbour.
     * @param {L.Point} point
     */
    at(point) {
      const hit = (/** @type {Label} */ { seat }) => {
        const half = width(seat.name, seat.narrow ? "narrow" : "name") / 2;
        const middle = seat.y - (seat.words ? 7 : 0);
        return Math.abs(point.x - seat.x) <= half && Math.abs(point.y - middle) <= 8;
      };
      const label = this.placed.find(hit);
      return label ? label.i : -1;
    }

    /**
     * @param {Label} label
     * @param {number} x
     * @param {number} y
     */
    addMarks(label, x, y) {
      label.marks = s("g", { transform: `translate(${x} ${y})` });
      label.group.append(label.marks);
    }

    /**
     * Marks of a name without a word: under it, over it or beside it, where there is room.
     * @param {Label} label
     */
    seatMarks(label) {
      const { x, y, w } = label.seat;
      const wide = this.longest(label.i, false);
      if (!wide) return;
      const aside = (w + wide) / 2;
      for (const [dx, dy] of [
        [0, 15],
        [0, -15],
        [aside, 0],
        [-aside, 0],
      ]) {
        const box = { x0: x + dx - wide / 2, x1: x + dx + wide / 2, y0: y + dy - 6, y1: y + dy + 6 };
        const own = this.taken.filter((other) => other !== label.seat.box);
        if (own.some((other) => overlaps(box, other))) continue;
        this.taken.push(box);
        this.addMarks(label, dx, dy - 5.5);
        return;
      }
    }

    /**
     * Words and marks under the names, for the labels whose area changed.
     * @param {boolean} fresh whether the narrator is another
     */
    update(fresh) {
      if (fresh) {
        this.place();
        return;
      }
      const { states, day, words } = this.view;
      if (!states) return;
      for (const label of this.placed) {
        if (!label.marks) continue;
        const state = states.at(label.i, day);
        const { look } = state;
        const text = gp.label(words, state);
        if (label.shownText === text && label.shownLook === look) continue;
        Object.assign(label, { shownText: text, shownLook: look });
        this.write(label, text, look.marks);
      }
    }

    /**
     * A word wider than the seat (silence before the first statement) is left to tooltip and legend.
     * @param {Label} label
     * @param {string} wanted
     * @param {string[]} marks
     */
    write(label, wanted, marks) {
      const room = marks.length * 13;
      const text = label.word && width(wanted, "word") + room <= label.seat.w ? wanted : "";
      const turned = this.view.frame.config.direction === "rtl" ? -1 : 1;
      if (label.word) {
        label.word.textContent = text;
        label.word.setAttribute("x", String((turned * -room) / 2));
      }
      const from = (text ? (width(text, "word") + room) / 2 : room / 2) - room + (text ? 2 : 1);
      const nodes = marks.map((mark, k) => {
        const node = gp.mark(mark, 11);
        node.setAttribute("x", String(turned > 0 ? from + k * 13 : -from - k * 13 - 11));
        return node;
      });
      label.marks?.replaceChildren(...nodes);
    }
  };
})();
