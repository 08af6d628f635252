/* A narrator's whole period as Python hands it over: states are looked up, no rule lives here. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const DAY_MS = 86400000;

  /** One narrator's whole period: per area the days at which its look changes, and what it changes to. */
  gp.States = class {
    /** @param {StatesJson} json */
    constructor(json) {
      this.key = json.key;
      this.days = json.days;
      /** The first and the last day that are known; of a large conflict some days at a time are. */
      this.from = json.from ?? 0;
      this.to = json.to ?? json.days - 1;
      this.looks = json.looks;
      this.legend = json.legend || [];
      this.about = json.about || [];
      this.published = json.published || [];
      this.inferred = json.inferred || [];
      this.turns = json.turns || { day: [], areas: [] };
      this.events = json.events || null;
      this.firstMs = gp.dayMs(json.first);
      const count = json.changes.reduce((sum, row) => sum + row.length / 2, 0);
      this.start = new Int32Array(json.changes.length + 1);
      this.day = new Int32Array(count);
      this.look = new Int32Array(count);
      this.newest = new Int32Array(count);
      this.flatten(json.changes, json.newest || []);
      /** Of each area: the row that was looked up last. */
      this.cursor = this.start.slice(0, json.changes.length);
      for (const look of this.looks) look.signature = `${look.told}|${look.of?.join("|")}`;
    }

    /**
     * @param {number[][]} changes
     * @param {number[][]} newest
     */
    flatten(changes, newest) {
      let at = 0;
      changes.forEach((row, area) => {
        for (let i = 0; i < row.length; i += 2, at += 1) {
          this.day[at] = row[i];
          this.look[at] = row[i + 1];
          this.newest[at] = newest[area] ? newest[area][i / 2] : row[i];
        }
        this.start[area + 1] = at;
      });
    }

    /**
     * Numbers of the events of a day; their columns stand in `events`.
     * @param {number} day
     */
    eventsOn(day) {
      /** @type {number[]} */
      const found = [];
      if (!this.events) return found;
      const { from, to } = this.events;
      for (let k = 0; k < from.length; k += 1) if (from[k] <= day && day <= to[k]) found.push(k);
      return found;
    }

    get lastDay() {
      return this.days - 1;
    }

    /** @param {string} iso */
    index(iso) {
      const day = Math.round((gp.dayMs(iso) - this.firstMs) / DAY_MS);
      return Number.isFinite(day) ? this.known(day) : this.from;
    }

    /** How many days are known. */
    get span() {
      return this.to - this.from + 1;
    }

    /** The day itself, or the nearest that is known. @param {number} day */
    known(day) {
      return Math.min(Math.max(day, this.from), this.to);
    }

    /** @param {number} day */
    iso(day) {
      return gp.isoOf(this.firstMs + day * DAY_MS);
    }

    /**
     * Row that holds for an area on a day, or -1. A cursor per area: a step of the slider costs a step.
     * @param {number} area
     * @param {number} day
     */
    row(area, day) {
      const low = this.start[area];
      const high = this.start[area + 1];
      let at = this.cursor[area];
      while (at < high && this.day[at] <= day) at += 1;
      while (at > low && this.day[at - 1] > day) at -= 1;
      this.cursor[area] = at;
      return at === low ? -1 : at - 1;
    }

    /**
     * Index of the look; an area without a row shows look 0, which is `unreported`.
     * @param {number} area
     * @param {number} day
     */
    lookIndex(area, day) {
      const row = this.row(area, day);
      return row < 0 ? 0 : this.look[row];
    }

    /**
     * Look and age in days (null when unreported).
     * @param {number} area
     * @param {number} day
     * @returns {State}
     */
    at(area, day) {
      const row = this.row(area, day);
      if (row < 0) return { look: this.looks[0], age: null };
      const look = this.looks[this.look[row]];
      return { look, age: look.fills.length ? Math.max(day - this.newest[row], 0) : null };
    }
  };
})();
