/* Asks the page for a picture to share, of a card's report or of the view: the server draws it. A file has no such buttons. */
"use strict";
(() => {
  const gp = window.geoPaint;

  gp.Pictures = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the cards
     */
    constructor(frame, page) {
      this.frame = frame;
      const ears = new AbortController();
      page.addEventListener("click", (event) => this.clicked(event), { signal: ears.signal });
      window.addEventListener("pagehide", () => ears.abort());
    }

    /** @param {MouseEvent} event */
    clicked(event) {
      const button = /** @type {Partial<Element>} */ (event.target).closest?.("button.picture");
      const report = button?.closest("[data-report]")?.getAttribute("data-report");
      if (report) this.frame.ask({ report });
    }
  };
})();
