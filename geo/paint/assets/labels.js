/* Names on the map: placed so that no label sits on another, areas first, then towns and passes. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const MOST_LABELS = 150;
  const STYLES = { name: ["650", 13.5], narrow: ["650", 12.5], word: ["400", 11], place: ["italic 400", 10.5] };
  const GAP = 2;

  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const width = (text, size) => {
    const key = `${size}|${text}`;
    if (!widths.has(key)) {
      const [style, px] = STYLES[size];
      pen.font = `${style} ${px * gp.fontSize}px ${gp.font}`;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  };

  const inside = (ring, x, y) => {
    let hit = false;
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const up = ring[i + 1] > y !== ring[j + 1] > y;
      if (up && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) hit = !hit;
    }
    return hit;
  };

  const overlaps = (a, b) =>
    a.x0 < b.x1 + GAP && b.x0 < a.x1 + GAP && a.y0 < b.y1 + GAP && b.y0 < a.y1 + GAP;

  /** Share of a box (sampled) that lies in a ring. */
  const cover = (ring, box) => {
    let hits = 0;
    for (let i = 0; i <= 4; i += 1)
      for (let j = 0; j <= 2; j += 1)
        if (inside(ring, box.x0 + ((box.x1 - box.x0) * i) / 4, box.y0 + ((box.y1 - box.y0) * j) / 2)) hits += 1;
    return hits / 15;
  };

  gp.Labels = class {
    constructor(view) {
      Object.assign(this, { view, map: view.map, placed: [] });
      this.root = s("svg", { class: "gp-labels leaflet-zoom-hide", width: 1, height: 1, "aria-hidden": "true" });
      view.map.getPane("gp-labels").append(this.root);
      this.shapes = view.areas.map((area) => this.shape(area));
    }

    /** The area's largest outer ring in map units at zoom 0, with its box. */
    shape(area) {
      const project = ([lon, lat]) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);
      const longest = area.rings.map((rings) => rings[0]).reduce((a, b) => (b.length > a.length ? b : a));
      const ring = new Float64Array(longest.length * 2);
      longest.forEach((point, i) => {
        const { x, y } = project(point);
        ring[2 * i] = x;
        ring[2 * i + 1] = y;
      });
      const xs = ring.filter((_, i) => i % 2 === 0);
      const ys = ring.filter((_, i) => i % 2 === 1);
      const centre = project(area.label);
      return { ring, centre, x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
    }

    place() {
      if (!this.view.states) return;
      this.placed = [];
      this.taken = [];
      this.root.replaceChildren();
      const size = this.map.getSize();
      this.frame = { x0: 4, y0: 4, x1: size.x - 4, y1: size.y - 4 };
      this.taken.push(...this.view.furniture.boxes());
      for (const spot of this.visible()) this.placeArea(spot);
      for (const label of this.placed) if (!label.word) this.seatMarks(label);
      if (!this.view.narrow) this.placePlaces();
      this.update(false);
    }

    /** Areas in sight and wide enough for a name; the smallest first, for they have least choice. */
    visible() {
      const scale = this.map.options.crs.scale(this.map.getZoom()) / L.CRS.EPSG3857.scale(0);
      const origin = this.map.getPixelBounds().min;
      const { frame } = this;
      const spots = [];
      this.shapes.forEach((shape, i) => {
        const box = { x0: shape.x0 * scale - origin.x, x1: shape.x1 * scale - origin.x };
        Object.assign(box, { y0: shape.y0 * scale - origin.y, y1: shape.y1 * scale - origin.y });
        if (box.x1 < frame.x0 || box.x0 > frame.x1 || box.y1 < frame.y0 || box.y0 > frame.y1) return;
        if (box.x1 - box.x0 < 24 || box.y1 - box.y0 < 12) return;
        spots.push({ i, box, shape, scale, origin, size: (box.x1 - box.x0) * (box.y1 - box.y0) });
      });
      spots.sort((a, b) => b.size - a.size);
      return spots.slice(0, MOST_LABELS).reverse();
    }

    placeArea(spot) {
      const { view } = this;
      const area = view.areas[spot.i];
      const name = view.words.name(area);
      const ring = spot.shape.ring.map((v, k) => v * spot.scale - (k % 2 ? spot.origin.y : spot.origin.x));
      const big = { name, narrow: view.narrow, w: width(name, view.narrow ? "narrow" : "name") + 6 };
      const full = { ...big, words: true, w: Math.max(big.w, this.longest(spot.i, true)), h: 31 };
      const bare = { ...big, words: false, h: 17 };
      if (view.areas.length > 60 && bare.w > spot.box.x1 - spot.box.x0) return;
      const centre = { x: spot.shape.centre.x * spot.scale - spot.origin.x, y: spot.shape.centre.y * spot.scale - spot.origin.y };
      const seat = (view.narrow ? null : this.seat(ring, spot, centre, full, 0.6)) || this.seat(ring, spot, centre, bare, 0.3);
      if (!seat) return;
      this.taken.push(seat.box);
      this.placed.push(this.draw(spot.i, seat));
    }

    /** The longest line that this area shows on any day: the name must not jump while scrubbing. */
    longest(i, withWord) {
      const { states } = this.view;
      const of = (look) => (withWord ? width(look.word, "word") + 8 : 0) + look.marks.length * 13;
      let longest = states.start[i] === states.start[i + 1] ? of(states.looks[0]) : 0;
      for (let at = states.start[i]; at < states.start[i + 1]; at += 1)
        longest = Math.max(longest, of(states.looks[states.look[at]]));
      return longest;
    }

    /** The best free box for a label: most of it inside its area, near the area's centre. */
    seat(ring, spot, centre, label, least) {
      const { frame } = this;
      const x0 = Math.max(spot.box.x0, frame.x0 + label.w / 2);
      const x1 = Math.min(spot.box.x1, frame.x1 - label.w / 2);
      const y0 = Math.max(spot.box.y0, frame.y0 + label.h / 2);
      const y1 = Math.min(spot.box.y1, frame.y1 - label.h / 2);
      const middle = centre.x > x0 && centre.x < x1 && centre.y > y0 && centre.y < y1 ? centre : { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
      const steps = spot.shape === undefined ? 1 : 12;
      let best = null;
      const attempt = (x, y) => {
        if (x < x0 || x > x1 || y < y0 || y > y1 || !inside(ring, x, y)) return;
        const box = { x0: x - label.w / 2, x1: x + label.w / 2, y0: y - label.h / 2, y1: y + label.h / 2 };
        if (this.taken.some((other) => overlaps(box, other))) return;
        const share = cover(ring, box);
        const far = Math.hypot(x - middle.x, y - middle.y) / (Math.hypot(x1 - x0, y1 - y0) + 1);
        const score = share - far * 0.55;
        if (share >= least && (!best || score > best.score)) best = { score, box, x, y, ...label };
      };
      attempt(middle.x, middle.y);
      for (let i = 0; i <= steps; i += 1)
        for (let j = 0; j <= steps; j += 1) attempt(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * j) / steps);
      return best;
    }

    draw(i, seat) {
      const at = this.map.containerPointToLayerPoint([seat.x, seat.y]);
      const group = s("g", { class: "gp-label", transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` });
      const name = s("text", { class: seat.narrow ? "gp-name gp-name-narrow" : "gp-name", y: seat.words ? -2 : 5, text: seat.name });
      group.append(name);
      const label = { i, group, seat, shownLook: -1, shownText: null };
      if (seat.words) {
        label.word = s("text", { class: "gp-word", y: 12 });
        group.append(label.word);
        this.addMarks(label, 0, 3);
      }
      this.root.append(group);
      return label;
    }

    /** The area whose name is written at a point: a name stands for its area, also where it reaches over a neighbour. */
    at(point) {
      const hit = ({ seat }) => {
        const half = width(seat.name, seat.narrow ? "narrow" : "name") / 2;
        const middle = seat.y - (seat.words ? 7 : 0);
        return Math.abs(point.x - seat.x) <= half && Math.abs(point.y - middle) <= 8;
      };
      const label = this.placed.find(hit);
      return label ? label.i : -1;
    }

    addMarks(label, x, y) {
      label.marks = s("g", { transform: `translate(${x} ${y})` });
      label.group.append(label.marks);
    }

    /** Marks of a name without a word: under it, over it or beside it, where there is room. */
    seatMarks(label) {
      const { x, y, w } = label.seat;
      const wide = this.longest(label.i, false);
      if (!wide) return;
      const aside = (w + wide) / 2;
      for (const [dx, dy] of [[0, 15], [0, -15], [aside, 0], [-aside, 0]]) {
        const box = { x0: x + dx - wide / 2, x1: x + dx + wide / 2, y0: y + dy - 6, y1: y + dy + 6 };
        const own = this.taken.filter((other) => other !== label.seat.box);
        if (own.some((other) => overlaps(box, other))) continue;
        this.taken.push(box);
        this.addMarks(label, dx, dy - 5.5);
        return;
      }
    }

    /** Words and marks under the names, for the labels whose area changed. */
    update(fresh) {
      if (fresh) {
        this.place();
        return;
      }
      const { states, day, words } = this.view;
      for (const label of this.placed) {
        if (!label.marks) continue;
        const { look, age } = states.at(label.i, day);
        const text = look.strength === "stale" ? words.say("with_age", { status: look.word, age: words.age(age) }) : look.word;
        if (label.shownText === text && label.shownLook === look) continue;
        Object.assign(label, { shownText: text, shownLook: look });
        this.write(label, text, look.marks);
      }
    }

    /** A word wider than the seat (silence before the first statement) is left to tooltip and legend. */
    write(label, wanted, marks) {
      const room = marks.length * 13;
      const text = label.word && width(wanted, "word") + room <= label.seat.w + 4 ? wanted : "";
      const turned = this.view.frame.config.direction === "rtl" ? -1 : 1;
      if (label.word) {
        label.word.textContent = text;
        label.word.setAttribute("x", (turned * -room) / 2);
      }
      const from = (text ? (width(text, "word") + room) / 2 : room / 2) - room + (text ? 2 : 1);
      const nodes = marks.map((mark, k) => {
        const node = gp.mark(mark, 11);
        node.setAttribute("x", turned > 0 ? from + k * 13 : -from - k * 13 - 11);
        return node;
      });
      label.marks.replaceChildren(...nodes);
    }

    placePlaces() {
      const areaNames = new Set(this.view.areas.map((area) => area.name));
      for (const place of this.view.geometry.places || []) this.placePlace(place, areaNames.has(place.name));
    }

    placePlace(place, silent) {
      const { x, y } = this.map.latLngToContainerPoint([place.lat, place.lon]);
      const { frame } = this;
      const dot = { x0: x - 4, x1: x + 4, y0: y - 4, y1: y + 4 };
      if (x < frame.x0 || x > frame.x1 || y < frame.y0 || y > frame.y1) return;
      if (this.taken.some((box) => overlaps(dot, box))) return;
      this.taken.push(dot);
      const at = this.map.containerPointToLayerPoint([x, y]);
      const group = s("g", { class: `gp-place gp-place-${place.symbol}`, transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` });
      group.append(...gp.symbol(place.symbol));
      this.root.append(group);
      if (!silent) this.namePlace(group, this.view.words.name(place), x, y);
    }

    namePlace(group, name, x, y) {
      const w = width(name, "place");
      const { frame } = this;
      const seats = [[7, 3.5, "start"], [-7, 3.5, "end"], [0, -8, "middle"], [0, 15, "middle"]];
      for (const [dx, dy, anchor] of seats) {
        const left = x + dx - (anchor === "end" ? w : anchor === "middle" ? w / 2 : 0);
        const box = { x0: left, x1: left + w, y0: y + dy - 9, y1: y + dy + 3 };
        const out = box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1;
        if (out || this.taken.some((other) => overlaps(box, other))) continue;
        this.taken.push(box);
        group.append(s("text", { x: dx, y: dy, "text-anchor": anchor, text: name }));
        return;
      }
    }
  };
})();
