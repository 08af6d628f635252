/* The list of many areas, of the page or of the one-file map: filtered while typing, sorted, folded. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;

  /** Letters that keyboards write differently for the same name, as `geo.reading.names` has them. */
  const VARIANTS = Object.fromEntries(
    ["یيىئېۍے", "کكڪ", "گګ", "هةۀہھە", "اأإآٱ", "وؤ"].flatMap(([to, ...from]) => from.map((letter) => [letter, to])),
  );
  const SORTS = ["place", "since", "state", "name"];

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

  gp.AreaList = class {
    /**
     * @param {Words} words
     * @param {Document} page that holds the list
     */
    constructor(words, page) {
      this.words = words;
      this.page = page;
      this.wanted = "";
      this.sort = SORTS[0];
      /** Families that the reader opened; the page's own HTML has them all shut. @type {Set<string>} */
      this.open = new Set();
      /** @type {Element | null} */
      this.section = null;
      /** @type {{item: HTMLElement, home: Element, family: HTMLDetailsElement}[]} */
      this.rows = [];
      this.flat = h("ul", { class: "areas" });
      this.find = this.finder();
      this.order = this.orderer();
      this.count = h("p", { class: "quiet", role: "status" });
      this.tools = h("div", { class: "list-tools" }, this.find, this.order);
      /** What of the tools has the focus, and gets it back when the list is put anew. @type {HTMLElement | null} */
      this.focused = null;
      for (const one of [this.find, this.order]) one.addEventListener("focus", () => (this.focused = one));
      page.addEventListener("focusin", ({ target }) => {
        if (target !== this.focused) this.focused = null;
      });
      this.look();
      const seen = new MutationObserver(() => this.look());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => seen.disconnect());
    }

    finder() {
      const label = this.words.say("list_find");
      const find = h("input", { type: "search", placeholder: label, "aria-label": label, autocomplete: "off" });
      find.addEventListener("input", () => {
        this.wanted = gp.fold(find.value);
        this.apply();
      });
      return find;
    }

    orderer() {
      const options = SORTS.map((sort) => h("option", { value: sort, text: this.words.say(`list_sort_${sort}`) }));
      const order = h("select", { "aria-label": this.words.say("list_sort") }, ...options);
      order.addEventListener("change", () => {
        this.sort = order.value;
        this.apply();
      });
      return order;
    }

    /** The list is put anew with every day: what the reader typed, chose and opened stays. */
    look() {
      const section = this.page.querySelector(".geo-overview:has(.family)");
      if (!section || (section === this.section && section.contains(this.tools))) return;
      this.section = section;
      const families = /** @type {HTMLDetailsElement[]} */ ([...section.querySelectorAll(".family")]);
      this.rows = families.flatMap((family) => {
        family.addEventListener("toggle", () => this.toggled(family));
        const home = /** @type {Element} */ (family.querySelector("ul"));
        return /** @type {HTMLElement[]} */ ([...home.children]).map((item) => ({ item, home, family }));
      });
      families[0].before(this.tools, this.count, this.flat);
      this.apply();
      if (this.page.activeElement === this.page.body) this.focused?.focus();
    }

    /** @param {HTMLDetailsElement} family */
    toggled(family) {
      if (this.wanted || this.sort !== "place") return;
      this.open[family.open ? "add" : "delete"](family.dataset.family ?? "");
    }

    /** Shows the rows that are looked for, in the order that is chosen. */
    apply() {
      const { wanted, sort } = this;
      const told = (/** @type {HTMLElement} */ item) => /** @type {HTMLElement} */ (item.querySelector("a")).dataset;
      const found = this.rows.filter(({ item }) => (told(item).find ?? "").includes(wanted));
      for (const { item, home } of this.rows) {
        item.hidden = true;
        home.append(item);
      }
      for (const { item } of found) item.hidden = false;
      const flat = sort !== "place";
      if (flat) this.flat.append(...this.sorted(found.map(({ item }) => item)));
      const there = new Set(found.map(({ family }) => family));
      for (const family of new Set(this.rows.map((row) => row.family))) {
        family.hidden = flat || !there.has(family);
        family.open = wanted ? there.has(family) : this.open.has(family.dataset.family ?? "");
      }
      this.flat.hidden = !flat;
      this.count.textContent = wanted ? this.words.say("list_found", { count: found.length }) : "";
    }

    /** @param {HTMLElement[]} items */
    sorted(items) {
      const { language } = this.words;
      const text = (/** @type {HTMLElement} */ item, /** @type {string} */ part) =>
        item.querySelector(part)?.firstChild?.textContent ?? "";
      const name = (/** @type {HTMLElement} */ item) => item.querySelector(".area")?.textContent ?? "";
      const since = (/** @type {HTMLElement} */ item) => item.querySelector("a")?.dataset.since ?? "";
      const by = {
        since: (/** @type {HTMLElement} */ a, /** @type {HTMLElement} */ b) => since(b).localeCompare(since(a)),
        state: (/** @type {HTMLElement} */ a, /** @type {HTMLElement} */ b) =>
          text(a, ".state").localeCompare(text(b, ".state"), language),
        name: () => 0,
      }[this.sort];
      return items.sort((a, b) => by?.(a, b) || name(a).localeCompare(name(b), language));
    }
  };
})();
