/* Seats for text on the map: how wide it is, and where it finds room without touching anything. */
"use strict";
(() => {
  const gp = window.geoPaint;

  /** @type {Record<TextSize, [style: string, px: number]>} */
  const STYLES = { name: ["650", 13.5], narrow: ["650", 12.5], word: ["400", 11], place: ["italic 400", 10.5] };
  const GAP = 2;
  const MOST_LABELS = 150;
  const ACROSS = 8;
  /** Blank pixels at either end of a label's box, which may reach over a border. */
  const PADDING = 3;

  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** @type {Map<string, number>} */
  const widths = new Map();

  /** @type {(text: string, size: TextSize) => number} */
  const width = (text, size) => {
    const key = `${size}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const [style, px] = STYLES[size];
    pen.font = `${style} ${px * gp.fontSize}px ${gp.font}`;
    const measured = pen.measureText(text).width;
    widths.set(key, measured);
    return measured;
  };

  /** @type {(ring: ArrayLike<number>, x: number, y: number) => boolean} */
  const inside = (ring, x, y) => {
    let hit = false;
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const up = ring[i + 1] > y !== ring[j + 1] > y;
      if (up && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) hit = !hit;
    }
    return hit;
  };

  /** @type {(a: PixelBox, b: PixelBox) => boolean} */
  const overlaps = (a, b) => a.x0 < b.x1 + GAP && b.x0 < a.x1 + GAP && a.y0 < b.y1 + GAP && b.y0 < a.y1 + GAP;

  /**
   * Share of a box (sampled) that lies in a ring.
   * @type {(ring: ArrayLike<number>, box: PixelBox) => number}
   */
  const cover = (ring, box) => {
    let hits = 0;
    for (let i = 0; i <= 4; i += 1)
      for (let j = 0; j <= 2; j += 1)
        if (inside(ring, box.x0 + ((box.x1 - box.x0) * i) / 4, box.y0 + ((box.y1 - box.y0) * j) / 2)) hits += 1;
    return hits / 15;
  };

  /**
   * Whether no sampled point of a box lies in another area: a name must not read as a neighbour's.
   * @type {(others: NonNullable<Room["others"]>, box: PixelBox) => boolean}
   */
  const clear = (others, box) => {
    const near = others.filter(
      ({ box: other }) => box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1,
    );
    if (!near.length) return true;
    for (let i = 0; i <= ACROSS; i += 1)
      for (let j = 0; j <= 2; j += 1) {
        const x = box.x0 + ((box.x1 - box.x0) * i) / ACROSS;
        const y = box.y0 + ((box.y1 - box.y0) * j) / 2;
        if (near.some(({ ring }) => inside(ring, x, y))) return false;
      }
    return true;
  };

  /**
   * The area's largest outer ring in map units at zoom 0, with its box.
   * @param {Area} area
   * @returns {Shape}
   */
  const shape = (area) => {
    const project = (/** @type {Point} */ [lon, lat]) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);
    const outer = area.rings.length ? area.rings.map((rings) => rings[0]) : [[area.label]];
    const longest = outer.reduce((a, b) => (b.length > a.length ? b : a));
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
  };

  /**
   * The best free box for a label: most of it inside its area, near the area's centre, none of it on another area.
   * @param {ArrayLike<number>} ring
   * @param {{box: PixelBox}} spot
   * @param {{x: number, y: number}} centre
   * @param {Lettering} label
   * @param {number} least share of the box inside the area
   * @param {Room} room what the map shows, what is written there already, and the areas around
   */
  const best = (ring, spot, centre, label, least, { frame, taken, others = [] }) => {
    const x0 = Math.max(spot.box.x0, frame.x0 + label.w / 2);
    const x1 = Math.min(spot.box.x1, frame.x1 - label.w / 2);
    const y0 = Math.max(spot.box.y0, frame.y0 + label.h / 2);
    const y1 = Math.min(spot.box.y1, frame.y1 - label.h / 2);
    const middle =
      centre.x > x0 && centre.x < x1 && centre.y > y0 && centre.y < y1
        ? centre
        : { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
    const steps = 12;
    let found = /** @type {Seat | null} */ (null);
    const attempt = (/** @type {number} */ x, /** @type {number} */ y) => {
      if (x < x0 || x > x1 || y < y0 || y > y1 || !inside(ring, x, y)) return;
      const box = { x0: x - label.w / 2, x1: x + label.w / 2, y0: y - label.h / 2, y1: y + label.h / 2 };
      if (taken.some((other) => overlaps(box, other))) return;
      const share = cover(ring, box);
      const far = Math.hypot(x - middle.x, y - middle.y) / (Math.hypot(x1 - x0, y1 - y0) + 1);
      const score = share - far * 0.55;
      if (share < least || (found && score <= found.score)) return;
      const text = { x0: box.x0 + PADDING, x1: box.x1 - PADDING, y0: box.y0 + 1, y1: box.y1 - 1 };
      if (clear(others, text)) found = { score, box, x, y, ...label };
    };
    attempt(middle.x, middle.y);
    for (let i = 0; i <= steps; i += 1)
      for (let j = 0; j <= steps; j += 1) attempt(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * j) / steps);
    return found;
  };

  /**
   * Areas large enough for a name; the smallest first, for they have least choice.
   * @type {(spots: Spot[]) => Spot[]}
   */
  const named = (spots) => {
    const large = spots.filter(({ box }) => box.x1 - box.x0 >= 24 && box.y1 - box.y0 >= 12);
    large.sort((a, b) => b.size - a.size);
    return large.slice(0, MOST_LABELS).reverse();
  };

  gp.seats = { width, overlaps, shape, best, named };
})();
