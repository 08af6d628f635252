/* Links to areas in the page around the map choose the area here instead of loading the page anew. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const WAIT_MS = 4000;

  /** Shows a card: opens what it is folded into, scrolls to it, outlines it for a moment. */
  const reveal = (card) => {
    for (let box = card.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    card.scrollIntoView({ block: "center" });
    card.classList.add("revealed");
    setTimeout(() => card.classList.remove("revealed"), 2500);
  };

  gp.Links = class {
    constructor(frame, page) {
      Object.assign(this, { frame, page });
      this.ears = new AbortController();
      page.addEventListener("click", (event) => this.clicked(event), { signal: this.ears.signal });
      window.addEventListener("pagehide", () => this.ears.abort());
    }

    clicked(event) {
      const link = event.target.closest && event.target.closest("a[data-area]");
      const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (!link || other || !this.frame.indexOf.has(link.dataset.area)) return;
      event.preventDefault();
      const [report] = (link.dataset.reports || "").split(" ");
      if (link.dataset.area !== this.frame.area) this.frame.choose(link.dataset.area, null);
      if (report) this.whenThere(`q-${report}`, performance.now() + WAIT_MS);
      else this.whenThere(`geo-name-${link.dataset.area}`, performance.now() + WAIT_MS);
    }

    whenThere(id, until) {
      const card = this.page.getElementById(id);
      if (card) reveal(card);
      else if (performance.now() < until) requestAnimationFrame(() => this.whenThere(id, until));
    }
  };
})();
