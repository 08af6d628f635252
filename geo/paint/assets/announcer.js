/* What a screen reader hears of a step: the day, of a chosen area how it stands, and which areas changed. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const MOST_NAMED = 8;

  gp.Announcer = class {
    /** @param {GeoFrame} frame */
    constructor(frame) {
      this.frame = frame;
      this.words = frame.words;
      this.list = new Intl.ListFormat(frame.words.language, { type: "unit" });
      /** @type {string | null} */
      this.heard = null;
      /** Narrator, knowledge and day of what was shown last. */
      this.step = "";
      /** What was said of each area then. @type {string[]} */
      this.told = [];
    }

    /**
     * Announces what is shown, where it is something else than before; the first map of all is not announced.
     * @param {States} states
     */
    say(states) {
      const { day, geometry } = this.frame;
      const step = `${states.key} ${day}`;
      const told = geometry.areas.map((_, i) => states.looks[states.lookIndex(i, day)].sentence);
      const said = this.standing(states);
      const changed = step === this.step ? "" : this.changed(told);
      if (this.heard !== null && (changed || said !== this.heard))
        this.frame.announce(changed ? this.words.say("heard", { said, changed }) : said);
      Object.assign(this, { heard: said, step, told });
    }

    /**
     * The day, and of a chosen area how it stands.
     * @param {States} states
     */
    standing(states) {
      const { area, day, indexOf, geometry } = this.frame;
      const said = this.words.day(states.iso(day));
      const at = area === null ? undefined : indexOf.get(area);
      if (at === undefined) return said;
      const status = gp.sentence(this.words, states.at(at, day));
      return this.words.say("cell", { area: this.words.full(geometry.areas[at]), day: said, status });
    }

    /**
     * Which areas show something else than before, by name; a colour that only grew older is no change.
     * @param {string[]} told what is said of each area now
     */
    changed(told) {
      const { areas } = this.frame.geometry;
      const others = areas.filter((_, i) => told[i] !== this.told[i]).map((area) => this.words.full(area));
      if (!others.length) return this.words.say("changed_nothing");
      const more = Math.max(others.length - MOST_NAMED, 0);
      const names = this.list.format(others.slice(0, MOST_NAMED));
      return this.words.say(more ? "changed_and_more" : "changed", { count: others.length, names, more });
    }
  };
})();
