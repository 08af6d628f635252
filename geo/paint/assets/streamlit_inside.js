/* Everything that is touched of Streamlit's insides. Nothing else in this folder knows how Streamlit builds its page.
 *
 * Assumptions, each with a test in tests/browser/test_assumptions.py:
 * 1. The map's frame has the page's own address (same origin), so that the page can be read from it.
 * 2. A widget with `key="day"` stands in an element of class `st-key-day`; a slider is an `input[type=range]` there.
 * 3. The slider's day is an ISO date in its `aria-valuetext`, or microseconds since 1970 in its `value`.
 * 4. An `input` and a `change` event move the thumb, and the server does not hear of it: only a key or a release tells it.
 * 5. A click on a button that is stopped in the capturing phase does not reach the server.
 * 6. `.stApp` carries the page's background and typeface, and `data-test-script-state` ("running" while the server works).
 * 7. Each message to the frame is followed by the event `streamlit:render`, and `Streamlit.setFrameHeight` can be replaced.
 * 8. The slider's library (react-aria) takes its locale from `window[Symbol.for("react-aria.i18n.locale")]`, and reads it
 *    again at `languagechange`.
 * 9. The slider's `aria-label` is its label; with `aria-labelledby` beside it the name would be read twice.
 * 10. `[data-testid=stMain]` scrolls the page, and a widget's key is in a class (`st-key-story_next`).
 * 11. `.stApp` says in `data-test-connection-state` whether the page has a server ("CONNECTED").
 * 12. Choices side by side are `[role=radio]` in a `[role=radiogroup]`, the chosen one with `aria-checked`; Tab leads to the first,
 *     the last or the one that had the focus before.
 */
"use strict";
(() => {
  const gp = window.geoPaint;
  const APP = ".stApp";
  const CONNECTION = "data-test-connection-state";
  const DAY = ".st-key-day";
  const SLIDER = `${DAY} input[type=range]`;
  /** @type {[selector: string, days: number][]} */
  const STEPS = [
    [".st-key-day_back button", -1],
    [".st-key-day_next button", 1],
  ];
  const CHANGES = ".st-key-change_back button, .st-key-change_next button";
  const CHOICES = "[data-testid=stButtonGroup] [role=radiogroup]";
  const DAY_MICROSECONDS = 86400e6;
  const DAY_MS = 86400000;
  const LEAST_MICROSECONDS = 1e14;
  const LOCALE = Symbol.for("react-aria.i18n.locale");

  /** @param {EventTarget | null} target */
  const closest = (target, /** @type {string} */ selector) =>
    /** @type {Partial<Element>} */ (target)?.closest?.(selector) ?? null;

  /**
   * The day of a slider's value, in Streamlit's microseconds; null when it counts something else.
   * @param {HTMLInputElement} slider
   */
  const counted = (slider) => {
    const value = Number(slider.value);
    if (!(Math.abs(value) > LEAST_MICROSECONDS)) return null;
    return gp.isoOf(Math.round(value / DAY_MICROSECONDS) * DAY_MS);
  };

  gp.streamlit = {
    /** The page around the frame; null where there is none, or where it belongs to somebody else. */
    page() {
      try {
        return window.parent !== window && window.parent.document.body ? window.parent.document : null;
      } catch {
        return null;
      }
    },

    /** The element that carries the page's colours and typeface. */
    app: (page) => page && page.querySelector(APP),

    /** Calls when the page's colours may have changed. */
    onLook(page, told) {
      const app = gp.streamlit.app(page);
      if (app) new MutationObserver(told).observe(app, { attributes: true });
      if (window.Streamlit) window.Streamlit.events.addEventListener("streamlit:render", () => setTimeout(told, 50));
    },

    /** Whether the page's script is at work, so that an answer is still to come. */
    busy: (page) =>
      page.querySelector("[data-test-script-state]")?.getAttribute("data-test-script-state") === "running",

    /** Calls when the page has lost its server, and when it has one again. Returns what ends it. */
    onConnection(page, told) {
      const app = gp.streamlit.app(page);
      if (!app) return () => {};
      const connected = () => app.getAttribute(CONNECTION) === "CONNECTED";
      let before = connected();
      const seen = new MutationObserver(() => {
        const now = connected();
        if (now !== before) told(now);
        before = now;
      });
      seen.observe(app, { attributes: true, attributeFilter: [CONNECTION] });
      return () => seen.disconnect();
    },

    /** What scrolls the page; null where the page is not Streamlit's. */
    scroller: (page) => page.querySelector("[data-testid=stMain]"),

    /** The page's button for the next step of the story, the one before, or its start. */
    storyButton: (page, way) => page.querySelector(`.st-key-story_${way} button`),

    /** The page's slider for the day. */
    slider: (page) => page.querySelector(SLIDER),

    /** Calls when the slider moves, whoever moved it. Returns what ends it. */
    onSlider(page, told) {
      const moved = new MutationObserver((changes) => {
        if (
          changes.some(
            ({ target }) => target.nodeType === Node.ELEMENT_NODE && /** @type {Element} */ (target).matches(SLIDER),
          )
        )
          told();
      });
      moved.observe(page.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext", "value"] });
      return () => moved.disconnect();
    },

    /** Whether something in the page belongs to the slider. */
    ofSlider: (target) => closest(target, DAY) !== null,

    /** Whether something in the page belongs to the buttons for the change before and after, which the server answers. */
    ofChange: (target) => closest(target, CHANGES) !== null,

    /** Takes over the page's buttons for the day before and after: once the map is ready, the server does not hear of them. */
    onStep(page, ready, step, signal) {
      const clicked = (/** @type {MouseEvent} */ event) => {
        const days = STEPS.find(([selector]) => closest(event.target, selector))?.[1];
        if (days === undefined || !ready()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        step(days);
      };
      page.addEventListener("click", clicked, { capture: true, signal });
    },

    /** Who comes into a row of choices by Tab lands on the chosen one. */
    landOnChosen(page, signal) {
      let tabbed = false;
      for (const one of new Set([page, document]))
        for (const kind of ["keydown", "pointerdown"]) {
          const heard = (/** @type {Event} */ event) => (tabbed = /** @type {KeyboardEvent} */ (event).key === "Tab");
          one.addEventListener(kind, heard, { capture: true, signal });
        }
      const focused = (/** @type {FocusEvent} */ { target, relatedTarget }) => {
        const group = closest(target, CHOICES);
        if (!tabbed || !group || group.contains(/** @type {Node | null} */ (relatedTarget))) return;
        /** @type {HTMLElement | null} */ (group.querySelector("[aria-checked=true]"))?.focus();
      };
      page.addEventListener("focusin", focused, { signal });
    },

    /** The day a slider stands on: ISO in its text, else Streamlit's microseconds; null when neither. */
    dayOf(slider) {
      const text = (slider.getAttribute("aria-valuetext") || "").match(/\d{4}-\d{2}-\d{2}/);
      return text ? text[0] : counted(slider);
    },

    /** A thumb says its name once and its day in words, not as the library writes both, where the day can still be told. */
    sayDay(slider, inWords) {
      if (slider.hasAttribute("aria-label")) slider.removeAttribute("aria-labelledby");
      const day = gp.streamlit.dayOf(slider);
      if (!day || day !== counted(slider)) return;
      const said = inWords(day);
      if (slider.getAttribute("aria-valuetext") !== said) slider.setAttribute("aria-valuetext", said);
    },

    /** Moves the thumb without telling the server. */
    moveThumb(slider, iso) {
      const view = /** @type {Window & typeof globalThis} */ (slider.ownerDocument.defaultView);
      const value = Object.getOwnPropertyDescriptor(view.HTMLInputElement.prototype, "value");
      value?.set?.call(slider, String(gp.dayMs(iso) * 1000));
      slider.dispatchEvent(new view.Event("input", { bubbles: true }));
      slider.dispatchEvent(new view.Event("change", { bubbles: true }));
    },

    /** Gives the slider the page's direction instead of the browser's. Returns whether it had another. */
    turnSlider(page, language, wanted) {
      const view = /** @type {Window & typeof globalThis & {[LOCALE]?: string}} */ (page.defaultView);
      const now = new Intl.Locale(view[LOCALE] || view.navigator.language);
      const { direction } = (now.getTextInfo ? now.getTextInfo() : now.textInfo) || {};
      if (!direction || direction === wanted) return false;
      view[LOCALE] = language;
      view.dispatchEvent(new view.Event("languagechange"));
      return true;
    },

    /** Streamlit's component tells a height of its own at each message: from here on the script alone sets it. */
    takeHeight() {
      const { Streamlit } = window;
      if (!Streamlit || gp.streamlit.frameHeight) return;
      const original = Streamlit.setFrameHeight;
      gp.streamlit.frameHeight = (height) => original.call(Streamlit, height);
      Streamlit.setFrameHeight = () => {};
    },

    /** Sets the frame's height; null where the frame is not Streamlit's, or not taken yet. */
    frameHeight: null,

    /** Tells the page what the reader chose. */
    tell(choice) {
      if (window.Streamlit) window.Streamlit.setComponentValue(choice);
    },
  };
})();
