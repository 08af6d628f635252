/* The boxes of words of the one-file map: filled anew only when they say something else. */
"use strict";
(() => {
  const gp = window.geoPaint;

  gp.Boxes = class {
    constructor() {
      /** What each box shows. @type {Map<HTMLElement, string>} */
      this.filled = new Map();
    }

    /**
     * Puts what holds on the day in its place; what the reader had opened stays open.
     * @param {HTMLElement} box
     * @param {string} made
     */
    fill(box, made) {
      if (this.filled.get(box) === made) return;
      const name = (/** @type {Element} */ one) =>
        `${one.className} ${one.querySelector("h3, summary")?.firstChild?.textContent ?? ""}`;
      const open = new Set([...box.querySelectorAll("details[open]")].map(name));
      const shut = new Set([...box.querySelectorAll("details:not([open])")].map(name));
      const held = box.contains(document.activeElement) && document.activeElement !== box;
      box.innerHTML = made;
      this.filled.set(box, made);
      for (const one of box.querySelectorAll("details"))
        if (open.has(name(one))) one.open = true;
        else if (shut.has(name(one))) one.open = false;

      if (held) box.focus({ preventScroll: true });
    }

    /**
     * Puts in a sentence that Python wrote with places for the two days.
     * @param {HTMLElement} box
     * @param {string} made
     * @param {{day: string, known: string}} days in words
     */
    date(box, made, { day, known }) {
      box.innerHTML = made;
      const said = box.firstElementChild;
      const text = said?.textContent || "";
      if (said) said.textContent = text.replace("{day}", day).replace("{known}", known);
    }
  };
})();
