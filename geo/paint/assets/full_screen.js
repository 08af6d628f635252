/* Full screen, of the page and of the one-file map: a layout of its own in larger type, and the whole screen where the browser gives it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const HOME = "geo-full";
  const MARK = "data-geo-full";
  /** Pixels of the window that the usual type is made for, and how large type grows. */
  const USUAL = { width: 1208, height: 680 };
  const LARGEST = 3;
  /** How soon the browser itself begins to scroll, and pixels of a line where a wheel counts lines. */
  const ANSWERED_MS = 80;
  const LINE = 18;

  gp.FullScreen = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page around the map
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      /** How far the page was scrolled before. */
      this.before = 0;
      this.view = /** @type {Window} */ (page.defaultView);
      this.button = h("button", { type: "button", class: "full", onclick: () => this.toggle() });
      this.root = h("div", { class: "geo-text geo-share" }, this.button);
      const ears = new AbortController();
      const { signal } = ears;
      for (const one of new Set([page, document]))
        one.addEventListener("keydown", (event) => this.pressed(/** @type {KeyboardEvent} */ (event)), { signal });
      page.addEventListener("fullscreenchange", () => this.changed(), { signal });
      page.addEventListener("wheel", (event) => this.wheeled(event), { signal, passive: true });
      this.view.addEventListener("resize", () => this.fit(), { signal });
      const seen = new MutationObserver(() => this.look());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => {
        this.leave();
        seen.disconnect();
        ears.abort();
        this.root.remove();
      });
      this.say();
      this.look();
    }

    get on() {
      return this.page.documentElement.hasAttribute(MARK);
    }

    /** The page may put the place of the button anew. */
    look() {
      const home = this.page.getElementById(HOME);
      if (home && this.root.parentElement !== home) home.replaceChildren(this.root);
    }

    scroller() {
      return gp.streamlit.scroller(this.page) ?? this.page.documentElement;
    }

    say() {
      this.button.textContent = this.frame.words.say(this.on ? "full_end" : "full");
      this.button.title = this.frame.words.say(this.on ? "full_end_keys" : "full_keys");
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      if (event.key === "Escape" ? !this.on || !gp.leaves(event, this.page) : !gp.key(event, "f") || gp.typing(event))
        return;
      event.preventDefault();
      this.toggle();
    }

    /**
     * Where the whole document fills the screen, Chromium may leave the wheel unanswered: then it is answered here.
     * @param {WheelEvent} event
     */
    wheeled({ target, deltaY, deltaMode, ctrlKey }) {
      if (!this.on || ctrlKey) return;
      let box = /** @type {Element | null} */ (target);
      while (box && !(box.scrollHeight > box.clientHeight && this.view.getComputedStyle(box).overflowY === "auto"))
        box = box.parentElement;
      const before = box?.scrollTop;
      setTimeout(() => {
        if (box && box.scrollTop === before) box.scrollTop += deltaY * (deltaMode ? LINE : 1);
      }, ANSWERED_MS);
    }

    toggle() {
      if (this.on) this.leave();
      else this.enter();
    }

    enter() {
      if (gp.oneColumn(this.page)) return;
      const scroller = this.scroller();
      this.before = scroller.scrollTop;
      scroller.scrollTop = 0;
      this.page.documentElement.setAttribute(MARK, "");
      this.fit();
      this.say();
      this.page.documentElement.requestFullscreen?.().catch(() => {}); // where it is not allowed, the window is filled
    }

    leave() {
      if (!this.on) return;
      this.page.documentElement.removeAttribute(MARK);
      this.page.documentElement.style.removeProperty("--geo-full");
      this.frame.layout.fill(0);
      this.scroller().scrollTop = this.before;
      this.say();
      if (this.page.fullscreenElement) this.page.exitFullscreen().catch(() => {});
    }

    /** The browser has gone to the whole screen, or come back: by its own key, or later than the reader wanted. */
    changed() {
      const { fullscreenElement, documentElement } = this.page;
      if (!fullscreenElement) this.leave();
      else if (fullscreenElement === documentElement && !this.on) this.page.exitFullscreen().catch(() => {});
    }

    /** Type grows with the window; one that has become too narrow for words beside the map is left. */
    fit() {
      if (!this.on) return;
      if (gp.oneColumn(this.page)) {
        this.leave();
        return;
      }
      const { innerWidth, innerHeight } = this.view;
      const room = Math.min(innerWidth / USUAL.width, innerHeight / USUAL.height);
      const scale = Math.min(Math.max(room, 1), LARGEST);
      this.page.documentElement.style.setProperty("--geo-full", scale.toFixed(3));
      this.frame.layout.fill(scale);
    }
  };
})();
