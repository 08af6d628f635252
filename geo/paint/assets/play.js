/* Play: one day after the other, until the last, a pause, or the reader's own hand. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h, s } = gp;
  const DAY_MS = 900;
  const SPEEDS = [0.5, 1, 2, 4];
  const ICONS = { play: "M3 1.5L11 6.5L3 11.5Z", pause: "M2.5 1.5H5V11.5H2.5ZM8 1.5H10.5V11.5H8Z" };

  gp.Play = class {
    /**
     * @param {GeoFrame} frame
     * @param {() => HTMLElement} place that the buttons stand in; the page may draw it anew
     */
    constructor(frame, place) {
      this.frame = frame;
      this.place = place;
      this.words = frame.words;
      this.speed = 1;
      /** @type {ReturnType<typeof setInterval> | undefined} */
      this.timer = undefined;
      this.icon = s("path", { d: ICONS.play });
      this.label = h("span", { text: this.words.say("play") });
      const picture = s("svg", { viewBox: "0 0 13 13", width: 13, height: 13, "aria-hidden": "true" }, this.icon);
      this.button = h(
        "button",
        { type: "button", class: "gp-play", "aria-pressed": "false", onclick: () => this.toggle() },
        picture,
        this.label,
      );
      this.rate = h("button", { type: "button", class: "gp-speed", onclick: () => this.faster() });
      this.sayRate();
      this.stand();
    }

    /** Puts the buttons in their place, unless they are there. */
    stand() {
      const place = this.place();
      if (this.button.parentElement === place) return;
      place.replaceChildren(this.button, this.rate);
      place.hidden = false;
    }

    get playing() {
      return this.timer !== undefined;
    }

    toggle() {
      if (this.playing) this.pause({ commit: true });
      else this.start();
    }

    start() {
      const { current, day } = this.frame;
      if (!current || current.to <= current.from) return;
      if (day >= current.to) this.frame.moveTo(current.from);
      this.timer = setInterval(() => this.tick(), DAY_MS / this.speed);
      this.face();
    }

    /**
     * Stops; with `commit` the page hears the day reached, without it the reader's hand will say.
     * @param {{commit: boolean}} options
     */
    pause({ commit }) {
      if (!this.playing) return;
      clearInterval(this.timer);
      this.timer = undefined;
      this.face();
      const { current, day } = this.frame;
      if (commit && current) this.frame.choose(null, current.iso(day));
    }

    tick() {
      const { current, day } = this.frame;
      if (!current) return;
      this.frame.moveTo(Math.min(day + 1, current.to));
      if (this.frame.day >= current.to) {
        this.pause({ commit: true });
        this.frame.announce(this.words.say("played_to_end", { day: this.words.day(current.iso(current.to)) }));
      }
    }

    faster() {
      this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
      this.sayRate();
      if (!this.playing) return;
      clearInterval(this.timer);
      this.timer = setInterval(() => this.tick(), DAY_MS / this.speed);
    }

    sayRate() {
      const times = this.words.say("speed_times", { count: this.speed });
      this.rate.textContent = times;
      this.rate.setAttribute("aria-label", `${this.words.say("speed")} ${times}`);
    }

    face() {
      this.icon.setAttribute("d", this.playing ? ICONS.pause : ICONS.play);
      this.label.textContent = this.words.say(this.playing ? "pause" : "play");
      this.button.setAttribute("aria-pressed", String(this.playing));
    }
  };
})();
