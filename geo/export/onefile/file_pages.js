/* The pages of the one-file map, with the ages in them. No rule lives here. */
"use strict";
(() => {
  const gp = window.geoPaint;
  /** An element that says one area's age: there is none while the age is 0. */
  const AGED = /<(\w+)[^<>]*>[^<>]*\ue000\d+ (\d+)\ue001[^<>]*<\/\1>/g;
  const PLACE = /\ue000(\d*) ?(\d*)\ue001/g;

  /** A text as HTML. */
  gp.escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  gp.FilePages = class extends gp.Pages {
    /**
     * @param {FileData} data
     * @param {Words} words
     */
    constructor(data, words) {
      super(data);
      this.data = data;
      this.words = words;
      /** @type {Map<string, States>} */
      this.states = new Map();
    }

    /**
     * What is shown, as its narrator tells it, as known then.
     * @param {{narrator: string, known: string | null}} shown
     */
    account({ narrator, known }) {
      const { told, all, days, known: steps } = this.data;
      return told[narrator][known === null ? all : steps[days.findIndex(({ iso }) => iso === known)]];
    }

    /**
     * The nearest day before (-1) or after (1) on which what is shown changes; where there is none, the day itself.
     * @param {FileAccount} account
     * @param {number} day
     * @param {number} way
     */
    turn(account, day, way) {
      const { turns } = /** @type {Record<string, StatesJson>} */ (this.data.config.states)[account.key];
      const there = (turns?.day ?? []).filter((one) => (one - day) * way > 0);
      return there.length ? Math[way < 0 ? "max" : "min"](...there) : day;
    }

    /**
     * What a page says on a day, as an account tells it.
     * @param {number} page
     * @param {FileAccount} account
     * @param {number} day
     */
    html(page, account, day) {
      return this.plain(page)
        .replace(AGED, (whole, _, area) => (this.age(account, Number(area), day) ? whole : ""))
        .replace(PLACE, (_, key, area) => gp.escaped(this.place(key, area, account, day)));
    }

    /**
     * @param {string} key of the words; "" for the day before
     * @param {string} area its number, or "" for the youngest word of all
     * @param {FileAccount} account
     * @param {number} day
     */
    place(key, area, account, day) {
      if (key === "") return this.data.days[day - 1].plain;
      const count = area === "" ? this.youngest(account, day) : this.age(account, Number(area), day);
      return this.words.say(key, { count });
    }

    /**
     * The age of the newest vote about an area, null where nobody votes; a table may say so anew each day for longer.
     * @param {FileAccount} account
     * @param {number} area
     * @param {number} day
     */
    age(account, area, day) {
      const { age } = this.statesOf(account).at(area, day);
      return age === null ? null : Math.max(age, 0);
    }

    /**
     * How an area looks on a day.
     * @param {FileAccount} account
     * @param {number} area
     * @param {number} day
     */
    look(account, area, day) {
      return this.statesOf(account).at(area, day).look;
    }

    /** @param {FileAccount} account */
    statesOf({ key }) {
      const known = this.states.get(key);
      if (known) return known;
      const made = new gp.States(/** @type {Record<string, StatesJson>} */ (this.data.config.states)[key]);
      this.states.set(key, made);
      return made;
    }

    /**
     * @param {FileAccount} account
     * @param {number} day
     */
    youngest(account, day) {
      const ages = this.data.areas.map((_, area) => this.age(account, area, day)).filter((age) => age !== null);
      return Math.min(...ages);
    }
  };
})();
