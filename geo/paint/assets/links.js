/* Links to areas in the page around the map choose the area here instead of loading the page anew. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const WAIT_MS = 4000;

  gp.Links = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      this.ears = new AbortController();
      page.addEventListener("click", (event) => this.clicked(event), { signal: this.ears.signal });
      window.addEventListener("pagehide", () => this.ears.abort());
    }

    /** @param {MouseEvent} event */
    clicked(event) {
      const link = gp.linkAt(event);
      if (!link || !this.frame.indexOf.has(link.area)) return;
      event.preventDefault();
      const { area, report } = link;
      if (area !== this.frame.area) this.frame.choose(area, null);
      this.whenThere(report ? `q-${report}` : `geo-name-${area}`, performance.now() + WAIT_MS);
    }

    /**
     * @param {string} id
     * @param {number} until
     */
    whenThere(id, until) {
      const card = this.page.getElementById(id);
      if (card) gp.reveal(card);
      else if (performance.now() < until) requestAnimationFrame(() => this.whenThere(id, until));
    }
  };
})();
