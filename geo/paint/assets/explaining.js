/* Explanations of words and chips: shown under them while they have the focus, by key, pointer or finger; Escape hides them first. */
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
      /** The one that Escape has been pressed for: the next one is for something else. @type {Element | null} */
      this.left = null;
      for (const one of new Set([page, document]))
        one.addEventListener("keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event)), { signal });
      page.addEventListener("focusout", ({ target }) => this.forget(this.at(target)), { signal });
      page.addEventListener("pointerout", ({ target }) => this.at(target) === this.left && (this.left = null), {
        signal,
      });
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

    /** @param {Element | null} word that has lost the focus */
    forget(word) {
      word?.classList.remove(HUSHED);
      if (word && word === this.left) this.left = null;
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      const word = this.at(event.target);
      if (event.key === "Escape") this.escaped(event, word ?? this.page.querySelector(`:is(${EXPLAINED}):hover`));
      if (!word || !["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      this.left = null;
      word.classList.toggle(HUSHED);
    }

    /**
     * Escape hides an explanation and leaves all else as it is; also where Enter has hidden it before, for who presses it means that.
     * @param {KeyboardEvent} event
     * @param {Element | null} word that has the focus or is under the pointer
     */
    escaped(event, word) {
      if (!word || event.defaultPrevented || word === this.left) return;
      event.preventDefault();
      word.classList.add(HUSHED);
      this.left = word;
    }
  };
})();
