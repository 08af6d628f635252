/* How many areas look how, by what they lie in: kept up to date area by area, from day to day. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const FIGHTING = "fighting";
  /** Of the way from the first ground of a bar to the middle of all, the whole first. */
  const SHARES = [1, 0.75, 0.5, 0.25, 0];

  /**
   * What areas are counted by: what they lie in, else their sheet. The largest come first: a bar stands where the first is.
   * @param {Geometry} geometry
   * @param {number[][]} members of each sheet
   * @returns {Ground[]}
   */
  gp.grounds = ({ areas, parents = [] }, members) => {
    const inside = new Set(parents.flatMap((parent) => parent.areas));
    const drawn = (/** @type {number[]} */ some) => some.filter((i) => areas[i].sheet !== undefined);
    const found = [
      ...parents.map((parent) => ({ parent, areas: drawn(parent.areas) })),
      ...members.map((some) => ({ parent: null, areas: some.filter((i) => !inside.has(i)) })),
    ];
    return found
      .filter((ground) => ground.areas.length)
      .sort((a, b) => b.areas.length - a.areas.length)
      .map((ground) => {
        const at = ground.areas.map((i) => areas[i].label);
        const [lon, lat] = [0, 1].map((k) => at.reduce((sum, label) => sum + label[k], 0) / at.length);
        const [lons, lats] = [0, 1].map((k) => at.map((label) => label[k]));
        const box = /** @type {Bounds} */ ([
          Math.min(...lons),
          Math.min(...lats),
          Math.max(...lons),
          Math.max(...lats),
        ]);
        return { ...ground, lon, lat, box };
      });
  };

  /**
   * Where bars stand, as many as there is room for: at the first of what they count, or as far on the way to its
   * middle as no other is near. The heights of the points are stretched by `flat`, for bars are wider than high.
   * @param {{ground: number, weight: number, x: number, y: number}[]} points
   * @param {number} reach
   * @param {number} flat
   * @returns {CountSeat[]}
   */
  gp.countSeats = (points, reach, flat) => {
    const found = gp.clusters(points, reach).map(({ x, y, items }) => {
      const whole = items.reduce((sum, { weight }) => sum + weight, 0);
      const mean = (/** @type {"x" | "y"} */ way) =>
        items.reduce((sum, item) => sum + item.weight * item[way], 0) / whole;
      return { x, y, middle: { x: mean("x"), y: mean("y") }, grounds: items.map(({ ground }) => ground) };
    });
    const grid = new gp.Near(reach);
    for (const one of found) grid.add(one);
    for (const one of [...found].sort((a, b) => b.x - a.x)) {
      grid.remove(one);
      const ways = SHARES.map((share) => ({
        x: one.x + share * (one.middle.x - one.x),
        y: one.y + share * (one.middle.y - one.y),
      }));
      Object.assign(
        one,
        ways.find((way) => !grid.any(way)),
      );
      grid.add(one);
    }
    return found.map(({ x, y, grounds }) => ({ x, y: y / flat, grounds }));
  };

  /** Points in a grid, to ask whether any is nearer than its cells are wide. */
  gp.Near = class {
    /** @param {number} reach */
    constructor(reach) {
      this.reach = reach;
      /** @type {Map<string, Set<{x: number, y: number}>>} */
      this.cells = new Map();
    }

    /** @param {{x: number, y: number}} point @param {number} dx @param {number} dy */
    key({ x, y }, dx = 0, dy = 0) {
      return `${Math.floor(x / this.reach) + dx} ${Math.floor(y / this.reach) + dy}`;
    }

    /** @param {{x: number, y: number}} point */
    add(point) {
      const key = this.key(point);
      this.cells.set(key, (this.cells.get(key) ?? new Set()).add(point));
    }

    /** @param {{x: number, y: number}} point */
    remove(point) {
      this.cells.get(this.key(point))?.delete(point);
    }

    /** @param {{x: number, y: number}} point */
    any(point) {
      const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => this.cells.get(this.key(point, dx, dy))));
      return around.some(
        (cell) => cell && [...cell].some(({ x, y }) => Math.hypot(x - point.x, y - point.y) < this.reach),
      );
    }
  };

  /** Numbers of areas by ground and kind of look, kept up to date area by area. */
  gp.Tally = class {
    /**
     * @param {Ground[]} grounds
     * @param {number} areas how many there are
     */
    constructor(grounds, areas) {
      this.size = grounds.length;
      /** The ground of each area, or -1. */
      this.ground = new Int32Array(areas).fill(-1);
      grounds.forEach((ground, g) => ground.areas.forEach((i) => (this.ground[i] = g)));
      /** @type {TotalKind[]} */
      this.kinds = [];
      /** The kind of each look. @type {number[]} */
      this.of = [];
      /** Whether each look has the mark of fighting. @type {boolean[]} */
      this.fights = [];
      this.counts = new Int32Array(0);
      this.fighting = new Int32Array(0);
    }

    /** Starts anew. @param {States} states */
    begin(states) {
      const { kinds, of } = gp.kindsOf(states, "held");
      Object.assign(this, { kinds, of, fights: states.looks.map((look) => look.marks.includes(FIGHTING)) });
      this.counts = new Int32Array(this.size * kinds.length);
      this.fighting = new Int32Array(this.size);
    }

    /**
     * An area looks otherwise than before.
     * @param {number} area
     * @param {number} before its look, or -1
     * @param {number} now
     */
    move(area, before, now) {
      const ground = this.ground[area];
      if (ground < 0) return;
      const row = ground * this.kinds.length;
      if (before >= 0) {
        this.counts[row + this.of[before]] -= 1;
        if (this.fights[before]) this.fighting[ground] -= 1;
      }
      this.counts[row + this.of[now]] += 1;
      if (this.fights[now]) this.fighting[ground] += 1;
    }

    /**
     * The numbers of several grounds together.
     * @param {number[]} grounds
     */
    sum(grounds) {
      const counts = this.kinds.map((_, kind) =>
        grounds.reduce((sum, ground) => sum + this.counts[ground * this.kinds.length + kind], 0),
      );
      return {
        counts,
        areas: counts.reduce((a, b) => a + b, 0),
        fighting: grounds.reduce((sum, ground) => sum + this.fighting[ground], 0),
      };
    }
  };
})();
