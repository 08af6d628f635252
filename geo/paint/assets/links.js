/* Links to areas in the page around the map choose the area here instead of loading the page anew. */
"use strict";
(() => {
  const gp = window.geoPaint;

  gp.Links = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      this.ears = new AbortController();
      const [, wanted] = page.location.hash.match(/^#(q-.+)$/) || [];
      if (wanted) gp.whenThere(page, decodeURIComponent(wanted));
      page.addEventListener("click", (event) => this.clicked(event), { signal: this.ears.signal });
      window.addEventListener("pagehide", () => this.ears.abort());
    }

    /** @param {MouseEvent} event */
    clicked(event) {
      const link = gp.linkAt(event);
      if (!link || (link.area ? !this.frame.indexOf.has(link.area) : !link.day)) return;
      event.preventDefault();
      const { area, report, day } = link;
      if (day) this.frame.moves.jump(day);
      if (!area) return;
      if (area !== this.frame.area) this.frame.choose(area, null);
      gp.whenThere(this.page, report ? `q-${report}` : `geo-name-${area}`);
    }
  };
})();
