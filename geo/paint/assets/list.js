/* The list of many areas, of the page or of the one-file map: sorted, folded. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;

  const SORTS = ["place", "since", "state", "name"];

  gp.AreaList = class {
    /**
     * @param {Words} words
     * @param {Document} page that holds the list
     */
    constructor(words, page) {
      this.words = words;
      this.page = page;
      this.sort = SORTS[0];
      /** Families that the reader opened; the page's own HTML has them all shut. @type {Set<string>} */
      this.open = new Set();
      /** @type {Element | null} */
      this.section = null;
      /** @type {{item: HTMLElement, home: Element, family: HTMLDetailsElement}[]} */
      this.rows = [];
      this.flat = h("ul", { class: "areas" });
      this.order = this.orderer();
      this.tools = h("div", { class: "list-tools" }, this.order);
      /** What of the tools has the focus, and gets it back when the list is put anew. @type {HTMLElement | null} */
      this.focused = null;
      this.order.addEventListener("focus", () => (this.focused = this.order));
      page.addEventListener("focusin", ({ target }) => {
        if (target !== this.focused) this.focused = null;
      });
      this.look();
      const seen = new MutationObserver(() => this.look());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => seen.disconnect());
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

    /** The list is put anew with every day: what the reader chose and opened stays. */
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
      families[0].before(this.tools, this.flat);
      this.apply();
      if (this.page.activeElement === this.page.body) this.focused?.focus();
    }

    /** @param {HTMLDetailsElement} family */
    toggled(family) {
      if (this.sort !== "place") return;
      this.open[family.open ? "add" : "delete"](family.dataset.family ?? "");
    }

    /** Shows the rows in the order that is chosen. */
    apply() {
      const flat = this.sort !== "place";
      for (const { item, home } of this.rows) home.append(item);
      this.flat.replaceChildren(...(flat ? this.sorted(this.rows.map(({ item }) => item)) : []));
      for (const family of new Set(this.rows.map((row) => row.family))) {
        family.hidden = flat;
        family.open = this.open.has(family.dataset.family ?? "");
      }
      this.flat.hidden = !flat;
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
