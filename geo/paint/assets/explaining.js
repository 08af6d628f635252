/* Explanations of words and chips: shown under them while they have the focus, by key, pointer or finger; Escape hides them. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const EXPLAINED = ".geo-panel [title][tabindex]";
  const HUSHED = "hushed";

  gp.Explaining = class {
    /** @param {Document} page that holds the cards */
    constructor(page) {
      this.page = page;
      /** The one that had the focus when a finger or the pointer came down. @type {Element | null} */
      this.before = null;
      const ears = new AbortController();
      const { signal } = ears;
      page.addEventListener("pointerdown", () => (this.before = page.activeElement), { signal, capture: true });
      page.addEventListener("click", (event) => this.clicked(event), { signal });
      page.addEventListener("keydown", (event) => this.key(event), { signal });
      page.addEventListener("focusout", ({ target }) => this.at(target)?.classList.remove(HUSHED), { signal });
      window.addEventListener("pagehide", () => ears.abort());
    }

    /** @param {EventTarget | null} target */
    at(target) {
      return /** @type {Partial<Element>} */ (target)?.closest?.(EXPLAINED) ?? null;
    }

    /** A first touch shows the explanation, for the word has the focus then; the next one hides it. @param {MouseEvent} event */
    clicked(event) {
      const word = /** @type {HTMLElement | null} */ (this.at(event.target));
      if (!word) return;
      if (word === this.before) word.classList.toggle(HUSHED);
      else word.focus();
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      const word = this.at(event.target);
      if (!word || !["Enter", " ", "Escape"].includes(event.key)) return;
      if (event.key === "Escape" && word.classList.contains(HUSHED)) return;
      event.preventDefault();
      word.classList.toggle(HUSHED);
    }
  };
})();
