/* What comes with a chosen area: on a narrow screen a sheet with its words, which may be made larger; Escape leaves it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  /** Of the sheet's height in sheet.css; a map that reaches below it is brought up. */
  const COVERED = 0.6;

  gp.Chosen = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the words
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      const ears = new AbortController();
      const { signal } = ears;
      page.addEventListener("click", (event) => this.clicked(event), { signal });
      for (const one of new Set([page, document]))
        one.addEventListener("keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event)), { signal });
      const seen = new MutationObserver(() => this.say());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => {
        seen.disconnect();
        ears.abort();
      });
    }

    get large() {
      return this.page.documentElement.dataset.geoSheet === "full";
    }

    /** @param {"low" | "half" | "full"} size */
    size(size) {
      this.page.documentElement.dataset.geoSheet = size;
      this.say();
    }

    /** The words are put anew with every day: the button says whether the sheet is large. */
    say() {
      for (const grip of this.page.querySelectorAll(".geo-panel .grip"))
        if (grip.getAttribute("aria-expanded") !== String(this.large))
          grip.setAttribute("aria-expanded", String(this.large));
    }

    /** @param {MouseEvent} event */
    clicked(event) {
      if (/** @type {Partial<Element>} */ (event.target).closest?.(".geo-panel .grip"))
        this.size(this.large ? "low" : "full");
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      if (!gp.leaves(event, this.page)) return;
      if (this.large) this.size("low");
      else this.frame.leave();
    }

    /**
     * An area was chosen on the map: it shall not lie under its own words, nor shall they be out of sight.
     * @param {string} area
     * @param {HTMLElement} box of the map
     */
    uncover(area, box) {
      this.size("half");
      const view = /** @type {Window} */ (this.page.defaultView);
      if (!gp.oneColumn(this.page)) {
        // beside a map that fills the screen the words scroll by themselves
        if (this.page.documentElement.hasAttribute("data-geo-full")) gp.inSight(this.page, area);
        return;
      }
      const above = this.page === document ? 0 : (window.frameElement?.getBoundingClientRect().top ?? 0);
      if (above + box.getBoundingClientRect().bottom > view.innerHeight * COVERED)
        box.scrollIntoView({ block: "start" });
    }
  };
})();
