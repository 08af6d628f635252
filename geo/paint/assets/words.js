/* Words, numbers and days in the language of the map. */
"use strict";
(() => {
  const gp = window.geoPaint;
  /** @type {Intl.DateTimeFormatOptions} */
  const NUMBERS = { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" };
  const PERSIAN = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", NUMBERS);

  /** Interface strings: `{name}` filled in, `{one, other}` chosen by the language's plural rule. */
  gp.Words = class {
    /** @param {Spoken} config */
    constructor(config) {
      this.language = config.language || "en";
      this.strings = config.words || {};
      this.plural = new Intl.PluralRules(this.language);
      this.groups = new Intl.NumberFormat(this.language);
      this.calendar = /** @type {Calendar} */ (config.calendar || {});
      this.digits = [...(this.calendar.digits || "0123456789")];
    }

    /**
     * A number in the language's digits.
     * @param {number | string} value
     */
    number(value) {
      return String(value).replace(/\d/g, (digit) => this.digits[Number(digit)]);
    }

    /**
     * A number of things, in groups of three digits.
     * @param {number} value
     */
    grouped(value) {
      return this.groups.format(value);
    }

    /**
     * @param {string} key
     * @param {Record<string, unknown>} values
     */
    say(key, values = {}) {
      const entry = this.strings[key] ?? key;
      const text = typeof entry === "object" ? (entry[this.plural.select(Number(values.count))] ?? entry.other) : entry;
      return text.replace(/\{(\w+)\}/g, (whole, name) => this.shown(values[name], name) ?? whole);
    }

    /**
     * A value as a sentence has it, a count in groups of three digits; undefined where there is none.
     * @param {unknown} value
     * @param {string} name
     */
    shown(value, name = "") {
      if (value === undefined || value === null) return undefined;
      if (typeof value !== "number") return String(value);
      return name === "count" ? this.grouped(value) : this.number(value);
    }

    /**
     * A day in words; `form` is long (5 September 2021), short (5 September), month (Sep) or number (5).
     * @param {string} iso
     * @param {DayForm} form
     */
    day(iso, form = "long") {
      const [year, month, day] = iso.split("-").map(Number);
      const { months, short, patterns, solar } = this.calendar;
      /** @type {Record<string, string | number>} */
      const parts = { y: year, d: day, MMMM: months[month - 1], MMM: short[month - 1] };
      const said = this.number(patterns[form].replace(/MMMM|MMM|y|d/g, (token) => String(parts[token])));
      return solar && form === "long" ? this.withSolar(said, iso) : said;
    }

    /**
     * The day of the Solar Hijri calendar beside the other, as Dari has it.
     * @param {string} day
     * @param {string} iso
     */
    withSolar(day, iso) {
      const { solar } = this.calendar;
      if (!solar) return day;
      const found = PERSIAN.formatToParts(gp.dayMs(iso)).map(({ type, value }) => [type, value]);
      const parts = Object.fromEntries(found);
      /** @type {Record<string, string>} */
      const values = {
        day,
        solar_month: solar.months[Number(parts.month) - 1],
        solar_day: this.number(Number(parts.day)),
        solar_year: this.number(Number.parseInt(parts.year, 10)),
      };
      return solar.pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    }

    /** @param {Named} thing */
    name(thing) {
      return (thing.names && thing.names[this.language]) || thing.name;
    }

    /**
     * The name of an area, with its parent's where others are called the same.
     * @param {Area} area
     */
    full(area) {
      const name = this.name(area);
      return area.within ? this.say("in_parent", { name, parent: this.name(area.within) }) : name;
    }

    /** @param {number} days */
    age(days) {
      return this.say("age", { count: days });
    }
  };

  /** Under an area's name on the map: who is said to hold it, and the age of the newest word. */
  gp.label = (words, { look, age }) =>
    age === null || age < 1
      ? look.word
      : words.say("label", { word: look.word, age: words.say("short_age", { count: age }) });

  /** Status and age in words: the same sentence in tooltip, strip and screen reader. */
  gp.sentence = (words, { look, age }) =>
    age === null || age < 1 ? look.sentence : words.say("with_age", { status: look.sentence, age: words.age(age) });
})();
