/* Which day is painted: the reader's own last move wins until the server has answered it (docs/painting.md). */
"use strict";
(() => {
  const gp = window.geoPaint;
  const HOLD_MS = 2500;
  const NUDGE_MS = 600;

  class Moves {
    /** @param {GeoFrame} frame */
    constructor(frame) {
      this.frame = frame;
      /**
       * The reader's move that the server has not answered; `nudged`: made with a button, so the server was told.
       * @type {{day: string, nudged: boolean} | null}
       */
      this.pending = null;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      this.settling = undefined;
    }

    get playing() {
      return Boolean(this.frame.play && this.frame.play.playing);
    }

    /**
     * The day to paint when the server says one.
     * @param {States} states
     * @param {string} iso
     */
    dayToPaint(states, iso) {
      if (!this.playing && this.pending && this.pending.day === iso) this.pending = null;
      return states.index(this.pending ? this.pending.day : iso);
    }

    /**
     * Paints a day at once, before the server knows.
     * @param {string} iso
     */
    preview(iso) {
      const { frame } = this;
      if (!frame.current || !frame.message) return;
      this.pending = frame.message.day === iso ? null : { day: iso, nudged: false };
      if (this.pending) this.reconcile();
      frame.repaint(iso);
    }

    /**
     * The slider stands somewhere because the server, or play, moved it.
     * @param {string} iso
     */
    echo(iso) {
      if (!this.pending || this.pending.day === iso) this.frame.repaint(iso);
    }

    /** A move that the server never answered: clicks lost among others are said again, else the thumb is right. */
    reconcile() {
      clearTimeout(this.settling);
      this.settling = setTimeout(
        () => {
          const { pending, frame } = this;
          const { watch } = frame;
          if (!pending || this.playing) return;
          if (watch && (watch.busy || watch.held)) {
            this.reconcile();
            return;
          }
          this.pending = null;
          if (pending.nudged) frame.choose(null, pending.day);
          else if (watch && watch.day) this.echo(watch.day);
        },
        this.pending && this.pending.nudged ? NUDGE_MS : HOLD_MS,
      );
    }

    /**
     * Play's step: map and thumb move, the server hears of it at the end.
     * @param {number} day
     */
    moveTo(day) {
      const { frame } = this;
      if (!frame.current) return;
      const iso = frame.current.iso(day);
      this.preview(iso);
      if (frame.watch) frame.watch.move(iso);
    }

    /**
     * The page's buttons for the day before and after.
     * @param {number} days
     */
    nudge(days) {
      const { frame } = this;
      if (!frame.current) return;
      this.jump(frame.current.iso(Math.min(Math.max(frame.day + days, 0), frame.current.lastDay)));
    }

    /**
     * The reader went to a day: map and thumb move, and the server is told until it has answered.
     * @param {string} iso
     */
    jump(iso) {
      const { frame } = this;
      frame.choose(null, iso);
      if (frame.watch) frame.watch.move(iso);
      if (!this.pending) return;
      this.pending.nudged = true;
      this.reconcile();
    }

    /** The reader took the slider: play gives way. */
    grabbed() {
      if (!this.frame.play || !this.playing) return;
      this.frame.play.pause({ commit: false });
      this.reconcile();
    }
  }

  gp.Moves = Moves;
})();
