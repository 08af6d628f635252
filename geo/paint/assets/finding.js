/* What is found of places, speakers, outlets and statements: folded once, then looked through at each key. No element lives here. */
"use strict";
(() => {
  const gp = (window.geoPaint = window.geoPaint || /** @type {GeoPaint} */ ({}));

  /** Letters that keyboards write differently for the same name, as `geo.reading.names` has them. */
  const VARIANTS = Object.fromEntries(
    ["یيىئېۍے", "کكڪ", "گګ", "هةۀہھە", "اأإآٱ", "وؤ"].flatMap(([to, ...from]) => from.map((letter) => [letter, to])),
  );

  /** @type {(text: string) => string} */
  const variants = (text) => text.replace(/./gu, (letter) => VARIANTS[letter] ?? letter);

  /**
   * A text as Python's `fold` leaves a name: without case, accents, signs and variants of letters.
   * @param {string} text
   */
  gp.fold = (text) =>
    variants(variants(text.replace(/\u0640|\u200d/g, "").replace(/\u200c/g, " ")).normalize("NFKD"))
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}\p{Cc}'’ʼ`´‘ʿʾ]/gu, "")
      .replace(/[øłđıæœß]/g, (c) => ({ ø: "o", ł: "l", đ: "d", ı: "i", æ: "ae", œ: "oe", ß: "ss" })[c] ?? c)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();

  /** All of a name's spellings, folded, one a line, each with a space before and after it. @param {string[]} named */
  const folded = ([name, also]) => [name, ...also.split("\n")].map((one) => ` ${gp.fold(one)} `).join("\n");

  gp.Finding = class {
    /** @param {Searched} searched */
    constructor(searched) {
      this.searched = searched;
      const { places, speakers, outlets, groups, texts, said } = searched;
      this.folded = { places: places.map(folded), speakers: speakers.map(folded), outlets: outlets.map(folded) };
      const [words, areas] = [texts.map(folded), groups.map((name) => folded([name, ""]))];
      const of = (/** @type {Way} */ [place, , , group]) =>
        group === undefined ? this.folded.places[place] : areas[group];
      this.said = said.map(([text, speaker, outlet, , , ways]) =>
        [words[text], this.folded.speakers[speaker], this.folded.outlets[outlet], ...ways.map(of)].join("\n"),
      );
    }

    /**
     * The numbers of what has all words: names that begin with them first; where speakers are so named,
     * statements are `theirs` or `others`, else all of them `said`. Of one speaker or outlet, `by` it, all statements.
     * @param {string} typed
     * @param {{kind: "speakers" | "outlets", number: number} | null} by
     */
    find(typed, by) {
      const words = gp.fold(typed).split(" ").filter(Boolean);
      const has = (/** @type {string} */ text) => words.every((word) => text.includes(word));
      const column = by?.kind === "outlets" ? 2 : 1;
      const mine = (/** @type {number} */ i) => !by || this.searched.said[i][column] === by.number;
      const all = words.length || by ? [...this.said.keys()].filter((i) => mine(i) && has(this.said[i])) : [];
      const own = (/** @type {number} */ i) => !by && has(this.folded.speakers[this.searched.said[i][1]]);
      const theirs = all.filter(own);
      const [others, said] = theirs.length ? [all.filter((i) => !own(i)), []] : [[], all];
      const named = (/** @type {"places" | "speakers" | "outlets"} */ kind) =>
        by || !words.length ? [] : this.ranked(this.folded[kind], words, has);
      return { places: named("places"), speakers: named("speakers"), outlets: named("outlets"), theirs, others, said };
    }

    /**
     * @param {string[]} names
     * @param {string[]} words
     * @param {(text: string) => boolean} has
     */
    ranked(names, words, has) {
      const whole = ` ${words.join(" ")}`;
      const rank = (/** @type {number} */ i) => {
        if (`\n${names[i]}`.includes(`\n${whole}`)) return 0;
        return names[i].includes(whole) ? 1 : 2;
      };
      return [...names.keys()].filter((i) => has(names[i])).sort((a, b) => rank(a) - rank(b) || a - b);
    }

    /** The place that a statement is opened at: the one that is looked for, else its first. @param {number} said @param {string} typed */
    way(said, typed) {
      const words = gp.fold(typed).split(" ").filter(Boolean);
      const ways = this.searched.said[said][5];
      return ways.find(([place]) => words.some((word) => this.folded.places[place].includes(word))) ?? ways[0];
    }
  };
})();
