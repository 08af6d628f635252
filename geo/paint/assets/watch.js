/* Follows the page's own slider and buttons, so that the map moves with the thumb, before the server answers. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const SLIDER = ".st-key-day input[type=range]";
  const BUTTONS = { ".st-key-day_back button": -1, ".st-key-day_next button": 1 };
  const DAY_MICROSECONDS = 86400e6;
  const HAND_MS = 700;

  /** The day a slider stands on: ISO in its text, else Streamlit's microseconds; null when neither. */
  const dayOf = (input) => {
    const text = (input.getAttribute("aria-valuetext") || "").match(/\d{4}-\d{2}-\d{2}/);
    if (text) return text[0];
    const value = Number(input.value);
    return value > 1e14 || value < -1e14 ? gp.isoOf(Math.round(value / DAY_MICROSECONDS) * 86400000) : null;
  };

  gp.Watch = class {
    constructor(frame, page) {
      Object.assign(this, { frame, page, due: false, hand: 0 });
      this.turn();
      this.observer = new MutationObserver((changes) => this.changed(changes));
      const attributeFilter = ["aria-valuetext", "value"];
      this.observer.observe(page.body, { subtree: true, attributes: true, attributeFilter });
      this.ears = new AbortController();
      const { signal } = this.ears;
      const options = { capture: true, passive: true, signal };
      for (const kind of ["pointerdown", "pointermove", "keydown", "touchstart"])
        page.addEventListener(kind, (event) => this.touched(event), options);
      for (const kind of ["pointerup", "pointercancel", "touchend"]) page.addEventListener(kind, () => this.released(), options);
      page.addEventListener("click", (event) => this.clicked(event), { capture: true, signal });
      window.addEventListener("pagehide", () => this.stop());
    }

    /** The slider's library takes its direction from the browser's language: it shall be that of the page. */
    turn() {
      const view = this.page.defaultView;
      const locale = Symbol.for("react-aria.i18n.locale");
      const now = new Intl.Locale(view[locale] || view.navigator.language);
      const { direction } = now.getTextInfo ? now.getTextInfo() : now.textInfo || {};
      if (!direction || direction === (this.frame.config.direction || "ltr")) return;
      view[locale] = this.frame.words.language;
      view.dispatchEvent(new view.Event("languagechange"));
      requestAnimationFrame(() => this.say());
    }

    /** A thumb whose day the library says as a bare number says its day again. */
    say() {
      const { slider, day } = this;
      if (day && !slider.getAttribute("aria-valuetext").includes(day)) slider.setAttribute("aria-valuetext", day);
    }

    stop() {
      this.observer.disconnect();
      this.ears.abort();
    }

    get slider() {
      return this.page.querySelector(SLIDER);
    }

    /** Whether the page's script is at work, so that an answer is still to come. */
    get busy() {
      const app = this.page.querySelector("[data-test-script-state]");
      return Boolean(app) && app.dataset.testScriptState === "running";
    }

    get day() {
      const { slider } = this;
      return slider ? dayOf(slider) : null;
    }

    changed(changes) {
      if (this.due || !changes.some((change) => change.target.matches && change.target.matches(SLIDER))) return;
      this.due = true;
      requestAnimationFrame(() => {
        this.due = false;
        this.say();
        this.paint();
      });
    }

    /** By the reader's hand: at once. By the server: an echo, which must not undo a later move. */
    paint() {
      const { day } = this;
      if (!day) return;
      if (this.held || performance.now() - this.hand < HAND_MS) this.frame.preview(day);
      else this.frame.echo(day);
    }

    touched(event) {
      const on = event.target.closest && event.target.closest(".st-key-day");
      if (event.type === "pointermove" ? !this.held : !on) return;
      this.hand = performance.now();
      if (event.type === "pointerdown" || event.type === "touchstart") this.held = true;
      if (event.isTrusted) this.frame.grabbed();
    }

    released() {
      this.held = false;
    }

    /** The page's buttons: the script steps and tells the day, so that quick clicks and play are never told apart. */
    clicked(event) {
      for (const [selector, days] of Object.entries(BUTTONS))
        if (this.frame.current && event.target.closest && event.target.closest(selector)) {
          event.preventDefault();
          event.stopImmediatePropagation();
          this.frame.grabbed();
          this.frame.nudge(days);
        }
    }

    /** Moves the page's thumb without telling the server (only a key or a release does that). */
    move(iso) {
      const { slider } = this;
      if (!slider) return;
      const { HTMLInputElement, Event } = this.page.defaultView;
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      set.call(slider, String(gp.dayMs(iso) * 1000));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
})();
