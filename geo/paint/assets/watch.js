/* Follows the page's own slider and buttons, so that the map moves with the thumb, before the server answers. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const HAND_MS = 700;

  class Watch {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      /** Whether a change is painted at the next frame. */
      this.due = false;
      /** When the reader last touched the slider. */
      this.hand = 0;
      /** Whether the reader has a finger on it. */
      this.held = false;
      this.turn();
      const unwatch = gp.streamlit.onSlider(page, () => this.changed());
      const unreturn = gp.streamlit.onConnection(page, (there) => this.connected(there));
      const ears = new AbortController();
      this.listen(ears.signal);
      window.addEventListener("pagehide", () => {
        unwatch();
        unreturn();
        ears.abort();
      });
    }

    /** @param {AbortSignal} signal */
    listen(signal) {
      const { page, frame } = this;
      const options = { capture: true, passive: true, signal };
      for (const kind of ["pointerdown", "pointermove", "keydown", "touchstart"])
        page.addEventListener(kind, (event) => this.touched(event), options);
      for (const kind of ["pointerup", "pointercancel", "touchend"])
        page.addEventListener(kind, () => this.released(), options);
      const ready = () => Boolean(frame.current);
      gp.streamlit.onStep(page, ready, (days) => this.step(days), signal);
      gp.streamlit.landOnChosen(page, signal);
    }

    /** The slider's library takes its direction from the browser's language: it shall be that of the page. */
    turn() {
      const { words, config } = this.frame;
      gp.streamlit.turnSlider(this.page, words.language, config.direction || "ltr");
      requestAnimationFrame(() => this.say());
    }

    /**
     * Without a server the map goes on with what it has. One that was started again knows nothing of the page until it
     * hears of it.
     * @param {boolean} there
     */
    connected(there) {
      this.frame.layout.away.hidden = there;
      if (there) this.frame.choose(null, null);
    }

    /** A screen reader hears the thumb's day in words. */
    say() {
      const { slider } = this;
      if (slider) gp.streamlit.sayDay(slider, (day) => this.frame.words.day(day));
    }

    get slider() {
      return gp.streamlit.slider(this.page);
    }

    /** Whether an answer of the server is still to come. */
    get busy() {
      return gp.streamlit.busy(this.page);
    }

    get day() {
      const { slider } = this;
      return slider ? gp.streamlit.dayOf(slider) : null;
    }

    changed() {
      this.say(); // now, before a screen reader is told of the library's own writing
      if (this.due) return;
      this.due = true;
      requestAnimationFrame(() => {
        this.due = false;
        this.paint();
      });
    }

    /** By the reader's hand: at once. By the server: an echo, which must not undo a later move. */
    paint() {
      const { day } = this;
      if (!day) return;
      if (this.held || performance.now() - this.hand < HAND_MS) this.frame.moves.preview(day);
      else this.frame.moves.echo(day);
    }

    /** @param {Event} event */
    touched(event) {
      if (event.type !== "pointermove" && gp.streamlit.ofChange(event.target)) this.frame.moves.grabbed();
      if (event.type === "pointermove" ? !this.held : !gp.streamlit.ofSlider(event.target)) return;
      this.hand = performance.now();
      if (event.type === "pointerdown" || event.type === "touchstart") this.held = true;
      if (event.isTrusted) this.frame.moves.grabbed();
    }

    released() {
      this.held = false;
    }

    /**
     * The page's buttons: the script steps and tells the day, so that quick clicks and play are never told apart.
     * @param {number} days
     */
    step(days) {
      this.frame.moves.grabbed();
      this.frame.moves.nudge(days);
    }

    /**
     * Moves the page's thumb without telling the server (only a key or a release does that).
     * @param {string} iso
     */
    move(iso) {
      const { slider } = this;
      if (slider) gp.streamlit.moveThumb(slider, iso);
    }
  }

  gp.Watch = Watch;
})();
