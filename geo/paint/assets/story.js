/* The story's keys, of the page and of the one-file map: N and P go on and back; in full screen so do the keys of a pointer. */
"use strict";
(() => {
  const gp = window.geoPaint;

  /** Which way a key leads: by the letter that it writes, or where it writes none of ours, by its place. @param {KeyboardEvent} event */
  const wayOf = (event, full = false) => {
    if (gp.key(event, "n") || (full && event.key === "PageDown")) return "next";
    return gp.key(event, "p") || (full && event.key === "PageUp") ? "back" : null;
  };

  gp.Story = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the story
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      this.said = "";
      this.status = gp.h("div", { class: "gp-heard", role: "status" });
      frame.layout.root.append(this.status);
      const ears = new AbortController();
      const { signal } = ears;
      for (const one of new Set([page, document]))
        one.addEventListener("keydown", (event) => this.pressed(/** @type {KeyboardEvent} */ (event)), { signal });
      const seen = new MutationObserver(() => this.look());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => {
        seen.disconnect();
        ears.abort();
      });
    }

    /** A step is put anew: who does not see it hears its title. */
    look() {
      const step = this.page.querySelector(".geo-story");
      const said = step ? `${step.getAttribute("aria-label")}. ${step.querySelector("h2")?.textContent}` : "";
      if (said && said !== this.said) this.status.textContent = said;
      if (said && !this.said && gp.oneColumn(this.page)) this.frame.layout.root.scrollIntoView({ block: "start" });
      this.said = said;
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      if (!this.page.querySelector(".geo-story") || gp.typing(event)) return;
      const way = wayOf(event, this.frame.fullScreen.on);
      if (!way) return;
      event.preventDefault();
      const own = this.page.querySelector(`[data-story=${way}]`);
      /** @type {HTMLElement | null} */ (own ?? gp.streamlit.storyButton(this.page, way))?.click();
    }
  };
})();
