/* How many areas each holder has on each day: counted from the states, drawn as one stack a day. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;

  /**
   * Two ways to count: by holder, whatever the strength; or as the map draws them, each paleness and texture by itself.
   * @type {Record<"held" | "drawn", (look: Look) => TotalKind>}
   */
  const WAYS = {
    held: ({ total, fills, texture }) => ({
      text: total,
      texture: fills.length ? "" : texture,
      colours: fills.map((fill) => (fill.startsWith("#") ? fill : "#ffffff")),
    }),
    drawn: ({ total, colours, texture = "", outline }) => ({
      text: `${total} ${colours.join(" ")} ${texture}`,
      colours,
      texture,
      silent: outline === "dotted",
    }),
  };
  const STRENGTHS = ["firm", "soft", "stale"];

  /**
   * What areas are counted under, holders first, then hatches, then silence; and of each look which of them.
   * @param {States} states
   * @param {"held" | "drawn"} way
   */
  const kindsOf = (states, way) => {
    /** @type {Map<string, TotalKind>} */
    const found = new Map();
    const { looks } = states;
    const rank = (/** @type {Look} */ look) => (look.fills.length === 1 ? 0 : look.fills.length ? 1 : 2);
    const first = (/** @type {Look} */ look) => looks.findIndex(({ total }) => total === look.total);
    const ranked = looks
      .map((look, i) => ({ look, i, of: [rank(look), first(look), STRENGTHS.indexOf(look.strength), i] }))
      .sort((a, b) => a.of.map((one, at) => one - b.of[at]).find((difference) => difference) ?? 0);
    const keys = looks.map((look) => WAYS[way](look).text);
    for (const { look, i } of ranked) if (!found.has(keys[i])) found.set(keys[i], WAYS[way](look));
    const kinds = [...found.values()];
    return { kinds, of: keys.map((key) => kinds.findIndex((kind) => kind.text === key)) };
  };

  gp.kindsOf = kindsOf;

  gp.Totals = class {
    /**
     * @param {States} states
     * @param {number[]} areas those that are counted, by their place in the list
     * @param {"held" | "drawn"} way
     */
    constructor(states, areas, way = "held") {
      const { kinds, of } = kindsOf(states, way);
      this.kinds = kinds;
      this.areas = areas.length;
      /** Of each kind: the number of areas by day. */
      this.counts = kinds.map(() => new Int32Array(states.days + 1));
      for (const area of areas) this.add(states, area, of);
      for (const count of this.counts) {
        for (let day = 1; day < states.days; day += 1) count[day] += count[day - 1];
        count.fill(0, 0, states.from);
        count.fill(0, states.to + 1);
      }
    }

    /**
     * Notes where an area's kind begins and ends; summed over the days they are its numbers.
     * @param {States} states
     * @param {number} area
     * @param {number[]} of
     */
    add(states, area, of) {
      let kind = of[0];
      this.counts[kind][0] += 1;
      for (let at = states.start[area]; at < states.start[area + 1]; at += 1) {
        const day = Math.max(0, states.day[at]);
        if (day >= states.days) break;
        this.counts[kind][day] -= 1;
        kind = of[states.look[at]];
        this.counts[kind][day] += 1;
      }
    }

    /**
     * The kinds that occur on a day, each with its number.
     * @param {number} day
     */
    on(day) {
      return this.kinds.map((kind, i) => ({ ...kind, count: this.counts[i][day] })).filter(({ count }) => count > 0);
    }

    /**
     * A day's numbers in words: `Taliban 4 · NRF 1 · no statement 5`.
     * @param {Words} words
     * @param {number} day
     */
    said(words, day) {
      return this.on(day)
        .map(({ text, count }) => words.say("total", { text, count }))
        .join(" · ");
    }

    /**
     * One stack, as high as its cell: a layer for each kind, as thick as its share.
     * @param {number} day
     */
    stack(day) {
      const layers = this.on(day).map((kind) => {
        const layer = h("i", {});
        layer.style.flexGrow = String(kind.count);
        layer.style.background = gp.Inks.css(kind, 3);
        return layer;
      });
      return h("span", { class: "gp-stack", "aria-hidden": "true" }, ...layers);
    }

    /**
     * The sentence of a day, each number with its colour.
     * @param {Words} words
     * @param {string} day in words
     * @param {number} at
     */
    sentence(words, day, at) {
      const parts = this.on(at).map((kind) => {
        const swatch = h("i", { "aria-hidden": "true" });
        swatch.style.background = gp.Inks.css(kind, 3);
        return h("span", {}, swatch, words.say("total", { text: kind.text, count: kind.count }));
      });
      return [h("b", { text: words.say("totals_on", { day, count: this.areas }) }), ...parts];
    }
  };
})();
