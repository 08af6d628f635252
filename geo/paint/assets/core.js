/* Days, words, states and looks: what the painter knows before it draws. No rule lives here. */
"use strict";
(() => {
  const gp = (window.geoPaint = window.geoPaint || {});
  const DAY_MS = 86400000;
  const SVG_NS = "http://www.w3.org/2000/svg";

  const build = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "text") node.textContent = value;
      else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children || []) if (child) node.append(child);
    return node;
  };

  /** An HTML element; data text goes through `text` (textContent) or strings among the children. */
  gp.h = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);

  /** The same for SVG. */
  gp.s = (tag, attributes, ...children) => build(document.createElementNS(SVG_NS, tag), attributes, children);

  gp.dayMs = (iso) => Date.parse(`${iso}T00:00:00Z`);
  gp.isoOf = (ms) => new Date(ms).toISOString().slice(0, 10);

  /** Interface strings: `{name}` filled in, `{one, other}` chosen by the language's plural rule. */
  gp.Words = class {
    constructor(config) {
      this.language = config.language || "en";
      this.strings = config.words || {};
      this.plural = new Intl.PluralRules(this.language);
      this.calendar = config.calendar || {};
      this.digits = [...(this.calendar.digits || "0123456789")];
    }

    /** A number in the language's digits. */
    number(value) {
      return String(value).replace(/\d/g, (digit) => this.digits[digit]);
    }

    say(key, values = {}) {
      let text = this.strings[key] ?? key;
      if (typeof text === "object") text = text[this.plural.select(values.count)] ?? text.other;
      const shown = (value) => (typeof value === "number" ? this.number(value) : value);
      return text.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name]) ?? whole);
    }

    /** A day in words; `form` is long (5 September 2021), short (5 September), month (Sep) or number (5). */
    day(iso, form = "long") {
      const [year, month, day] = iso.split("-").map(Number);
      const { months, short, patterns, solar } = this.calendar;
      const parts = { y: year, d: day, MMMM: months[month - 1], MMM: short[month - 1] };
      const said = this.number(patterns[form].replace(/MMMM|MMM|y|d/g, (token) => parts[token]));
      return solar && form === "long" ? this.withSolar(said, iso) : said;
    }

    /** The day of the Solar Hijri calendar beside the other, as Dari has it. */
    withSolar(day, iso) {
      this.persian ||= new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });
      const parts = Object.fromEntries(this.persian.formatToParts(gp.dayMs(iso)).map(({ type, value }) => [type, value]));
      const solar = { solar_day: Number(parts.day), solar_month: this.calendar.solar.months[parts.month - 1], solar_year: parseInt(parts.year, 10) };
      const values = { day, ...solar };
      return this.calendar.solar.pattern.replace(/\{(\w+)\}/g, (whole, name) => (name === "solar_month" || name === "day" ? values[name] : this.number(values[name])));
    }

    name(thing) {
      return (thing.names && thing.names[this.language]) || thing.name;
    }

    age(days) {
      return this.say("age", { count: days });
    }
  };

  /** One narrator's whole period: per area the days at which its look changes, and what it changes to. */
  gp.States = class {
    constructor(json) {
      Object.assign(this, { key: json.key, first: json.first, days: json.days, looks: json.looks });
      this.legend = json.legend || [];
      this.about = json.about || [];
      this.published = json.published || [];
      this.firstMs = gp.dayMs(json.first);
      this.flatten(json.changes, json.newest || []);
      for (const look of this.looks) look.signature = `${look.status}|${look.fills.join("|")}`;
    }

    flatten(changes, newest) {
      const count = changes.reduce((sum, row) => sum + row.length / 2, 0);
      this.start = new Int32Array(changes.length + 1);
      this.day = new Int32Array(count);
      this.look = new Int32Array(count);
      this.newest = new Int32Array(count);
      let at = 0;
      changes.forEach((row, area) => {
        for (let i = 0; i < row.length; i += 2, at += 1) {
          this.day[at] = row[i];
          this.look[at] = row[i + 1];
          this.newest[at] = newest[area] ? newest[area][i / 2] : row[i];
        }
        this.start[area + 1] = at;
      });
      this.cursor = this.start.slice(0, changes.length);
    }

    get lastDay() {
      return this.days - 1;
    }

    index(iso) {
      const day = Math.round((gp.dayMs(iso) - this.firstMs) / DAY_MS);
      return Number.isFinite(day) ? Math.min(Math.max(day, 0), this.lastDay) : 0;
    }

    iso(day) {
      return gp.isoOf(this.firstMs + day * DAY_MS);
    }

    /** Row that holds for an area on a day, or -1. A cursor per area: a step of the slider costs a step. */
    row(area, day) {
      const low = this.start[area];
      const high = this.start[area + 1];
      let at = this.cursor[area];
      while (at < high && this.day[at] <= day) at += 1;
      while (at > low && this.day[at - 1] > day) at -= 1;
      this.cursor[area] = at;
      return at === low ? -1 : at - 1;
    }

    /** Index of the look; an area without a row shows look 0, which is `unreported`. */
    lookIndex(area, day) {
      const row = this.row(area, day);
      return row < 0 ? 0 : this.look[row];
    }

    /** Look and age in days (null when unreported). */
    at(area, day) {
      const row = this.row(area, day);
      if (row < 0) return { look: this.looks[0], age: null };
      const look = this.looks[this.look[row]];
      return { look, age: look.fills.length ? day - this.newest[row] : null };
    }
  };

  /** Status and age in words: the same sentence in tooltip, strip and screen reader. */
  gp.sentence = (words, { look, age }) =>
    age === null || age < 1 ? look.sentence : words.say("with_age", { status: look.sentence, age: words.age(age) });

  const STRIPE = 7;

  /** Fills of a table of looks: SVG paint, CSS background, canvas pattern. Stripes have equal widths. */
  gp.Inks = class {
    constructor(defs, prefix) {
      Object.assign(this, { defs, prefix, made: new Map() });
    }

    /** Value of the SVG `fill` attribute. */
    svg(colours, stripe = STRIPE) {
      if (colours.length === 0) return "#ffffff";
      if (colours.length === 1) return colours[0];
      const id = `${this.prefix}-${stripe}-${colours.join("-").replace(/#/g, "")}`;
      if (!this.made.has(id)) {
        this.made.set(id, true);
        this.defs.append(this.pattern(id, colours, stripe));
      }
      return `url(#${id})`;
    }

    pattern(id, colours, stripe) {
      const size = stripe * colours.length;
      const bars = colours.map((fill, i) => gp.s("rect", { x: i * stripe, width: stripe + 0.3, height: size, fill }));
      const frame = { id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
      return gp.s("pattern", frame, ...bars);
    }

    /** Value of the CSS `background`. */
    static css(colours, stripe = 5) {
      if (colours.length === 0) return "#ffffff";
      if (colours.length === 1) return colours[0];
      const stops = colours.map((fill, i) => `${fill} ${i * stripe}px ${(i + 1) * stripe}px`);
      return `repeating-linear-gradient(135deg, ${stops.join(", ")})`;
    }

    /** Value of a canvas `fillStyle`. */
    static canvas(context, colours, stripe = STRIPE) {
      if (colours.length < 2) return colours[0] || "#ffffff";
      const size = Math.round(stripe * colours.length * Math.SQRT2);
      const tile = gp.h("canvas", { width: size, height: size });
      const pen = tile.getContext("2d");
      const width = size / colours.length;
      for (let x = -size, i = 0; x < 2 * size; x += width, i += 1) {
        pen.fillStyle = colours[i % colours.length];
        pen.beginPath();
        pen.moveTo(x + size, 0);
        pen.lineTo(x + size + width + 0.4, 0);
        pen.lineTo(x + width + 0.4, size);
        pen.lineTo(x, size);
        pen.fill();
      }
      return context.createPattern(tile, "repeat");
    }
  };

  gp.font = 'system-ui, "Noto Sans", "Segoe UI", sans-serif';
  gp.fontSize = 1;

  /** Takes over the typeface of the page around the frame (same machine), so that both look of a piece. */
  gp.borrowFont = async (page) => {
    const app = gp.streamlit.app(page);
    const family = app && getComputedStyle(app).fontFamily;
    if (!family) return;
    const bare = (name) => name.split(",")[0].replace(/["']/g, "").trim();
    const rules = [...page.styleSheets].flatMap((sheet) => {
      try {
        return [...sheet.cssRules].filter((rule) => rule.type === CSSRule.FONT_FACE_RULE).map((rule) => [rule, sheet.href]);
      } catch {
        return [];
      }
    });
    const faces = rules.filter(([rule]) => bare(rule.style.getPropertyValue("font-family")) === bare(family));
    const loading = faces.map(([rule, base]) => {
      const source = rule.style.getPropertyValue("src").replace(/url\("([^"]+)"\)/g, (_, url) => `url("${new URL(url, base || page.baseURI)}")`);
      const { fontWeight: weight, fontStyle: style } = rule.style;
      return new FontFace(bare(family), source, { weight: weight || "normal", style: style || "normal" }).load();
    });
    const loaded = await Promise.all(loading).catch(() => []);
    if (!loaded.length) return;
    for (const face of loaded) document.fonts.add(face);
    gp.font = `${family}, ${gp.font}`;
    gp.fontSize = 1.09;
  };

  /** Fetches JSON once per address; objects pass through (the one-file map carries them inside). */
  const fetched = new Map();
  gp.load = (source) => {
    if (typeof source !== "string") return Promise.resolve(source);
    if (!fetched.has(source)) {
      const asked = fetch(source).then((reply) => {
        if (!reply.ok) throw new Error(`${source}: ${reply.status}`);
        return reply.json();
      });
      asked.catch(() => fetched.delete(source));
      fetched.set(source, asked);
    }
    return fetched.get(source);
  };
})();
