/* Two maps side by side in the one-file map: the words of both, looked up and put in their places. No rule lives here. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const [STATE, DAY, AREA, FIRST, SECOND, ID] = "\ue002\ue003\ue004\ue005\ue006\ue007";
  const TITLES = ["\ue008", "\ue00a"];
  const LISTS = ["\ue009", "\ue00b"];
  const ALL = "all";

  /**
   * A text with values in its places.
   * @param {string} text
   * @param {Record<string, string>} values by place
   */
  const filled = (text, values) =>
    Object.entries(values).reduce((made, [place, value]) => made.replaceAll(place, () => value), text);

  gp.Pairs = class {
    /**
     * @param {FileData} data
     * @param {Words} words
     * @param {FilePages} pages
     */
    constructor(data, words, pages) {
      this.data = data;
      this.words = words;
      this.pages = pages;
    }

    /**
     * What a second map of a kind starts with: something that differs from the first.
     * @param {string} kind
     * @param {FileChoices} now
     * @returns {SecondMap}
     */
    start(kind, { day, narrator, known }) {
      const { days, pairs } = this.data;
      const near = [day - 1, day + 1].find((one) => days[one]) ?? day;
      /** @type {Record<string, string | undefined>} */
      const values = {
        narrator: pairs.first.find((one) => one !== narrator),
        date: days[near].iso,
        known: known === null ? days[Math.max(day - 1, 0)].iso : ALL,
      };
      return { kind, value: values[kind] ?? narrator };
    }

    /**
     * What the second map shows; null where there is one map.
     * @param {FileChoices} now
     * @returns {FileChoices | null}
     */
    second(now) {
      if (!now.compare) return null;
      const { kind, value } = now.compare;
      if (kind === "narrator") return { ...now, narrator: value };
      if (kind === "known") return { ...now, known: value === ALL ? null : value };
      return { ...now, day: this.data.days.findIndex(({ iso }) => iso === value) };
    }

    /**
     * The title of one of two maps: how it differs from the other.
     * @param {FileChoices} shown
     * @param {string} kind
     */
    title({ day, narrator, known }, kind) {
      if (kind === "narrator") return this.data.narrators[narrator];
      if (kind === "date") return this.data.days[day].short;
      return known === null
        ? this.words.say("compare_title_known_all")
        : this.words.say("compare_title_known", { day: this.short(known) });
    }

    /** @param {string} iso */
    short(iso) {
      return this.data.days.find((day) => day.iso === iso)?.short ?? iso;
    }

    /**
     * What both maps show, each with its account; nothing where there is one map.
     * @param {FileChoices} now
     */
    together(now) {
      const second = this.second(now);
      return second ? [now, second].map((shown) => ({ shown, account: this.pages.account(shown) })) : [];
    }

    /**
     * The message of a step, as the page has it from the server.
     * @param {FileChoices} now
     * @returns {StepMessage}
     */
    message(now) {
      const first = { day: this.data.days[now.day].iso, states: this.pages.account(now).key, area: now.area };
      const both = this.together(now);
      if (!both.length || !now.compare) return first;
      const { kind, value } = now.compare;
      const [title, other] = both.map(({ shown }) => this.title(shown, kind));
      const day = kind === "date" ? value : null;
      return { ...first, title, compare: { day, states: both[1].account.key, title: other } };
    }

    /**
     * The lists of both maps, each under its title.
     * @param {Shown[]} both
     * @param {string} kind
     */
    lists(both, kind) {
      const places = both.flatMap(({ shown, account }, i) => [
        [TITLES[i], gp.escaped(this.title(shown, kind))],
        [LISTS[i], this.pages.html(this.pages.at(account.lists, shown.day), account, shown.day)],
      ]);
      return filled(this.data.pairs.lists, Object.fromEntries(places));
    }

    /**
     * How what a map says of an area is said, with a place for it.
     * @param {FileChoices} shown
     * @param {string} kind
     */
    teller({ day, narrator, known }, kind) {
      const { tellers } = this.data.pairs;
      if (kind === "narrator") return tellers[`narrator:${narrator}`];
      if (kind === "date") return filled(tellers.date, { [DAY]: this.data.days[day].short });
      return known === null ? tellers["known:all"] : filled(tellers.known, { [DAY]: this.short(known) });
    }

    /**
     * Where two maps differ, as HTML: first where they name other holders, then where only how surely.
     * @param {Shown[]} both
     * @param {string} kind
     */
    partings(both, kind) {
      const { areas, pairs } = this.data;
      const looks = both.map(({ shown, account }) => areas.map((_, i) => this.pages.look(account, i, shown.day)));
      const parted = areas.map((_, i) => gp.parted(looks[0][i], looks[1][i]));
      const found = ["holder", "surely"].flatMap((how) => areas.map((_, i) => i).filter((i) => parted[i] === how));
      if (!found.length) return pairs.same;
      const tellers = both.map(({ shown }) => this.teller(shown, kind));
      const named = found.slice(0, pairs.most);
      /** @type {(line: string, i: number) => string} */
      const line = (html, i) => {
        const surely = String(looks[0][i].of) === String(looks[1][i].of);
        const said = looks.map((look) => pairs.states[look[i].signature ?? ""][Number(surely)]);
        const [first, second] = tellers.map((teller, one) => filled(teller, { [STATE]: said[one] }));
        const area = { [ID]: areas[i].id, [AREA]: gp.escaped(areas[i].name) };
        return filled(html, { ...area, [FIRST]: first, [SECOND]: second });
      };
      return this.page(
        ["holder", "surely"].map((how) => named.filter((i) => parted[i] === how)),
        line,
        found.length - named.length,
      );
    }

    /**
     * The list with a line for each area under its heading.
     * @param {number[][]} found areas under each of the two headings
     * @param {(line: string, area: number) => string} line
     * @param {number} more areas that are counted only
     */
    page(found, line, more) {
      const box = gp.h("template", {});
      box.innerHTML = this.data.pairs.apart;
      box.content.querySelectorAll("ul").forEach((list, i) => {
        const [one] = list.children;
        list.innerHTML = found[i].map((area) => line(one.outerHTML, area)).join("");
        if (found[i].length) return;
        list.remove();
        if (i) box.content.querySelector("h3")?.remove();
      });
      const rest = /** @type {HTMLElement} */ (box.content.querySelector("p.quiet"));
      if (more) rest.textContent = this.words.say("compare_more", { count: more });
      else rest.remove();
      return box.innerHTML;
    }
  };
})();
