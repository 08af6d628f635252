/* A second map beside the first: it moves with it, and both outline where they differ. */
"use strict";
(() => {
  const gp = window.geoPaint;

  /**
   * Makes `follower` show what `leader` shows, while the reader drags and after each zoom.
   * @param {GeoView} leader
   * @param {GeoView} follower
   */
  const link = (leader, follower) => {
    const follow = () => {
      if (leader.following || follower.gone) return;
      follower.following = true;
      const centre = leader.map.getCenter();
      const zoom = leader.map.getZoom();
      if (zoom === follower.map.getZoom()) {
        const here = follower.map.latLngToContainerPoint(centre);
        follower.map.panBy(here.subtract(follower.map.getSize().divideBy(2)), { animate: false });
      } else follower.map.setView(centre, zoom, { animate: false });
      follower.following = false;
    };
    leader.map.on("move zoomend", follow);
    leader.map.on("moveend", () => {
      if (!leader.following && !follower.gone) follower.settle();
    });
  };

  const SURE = ["claimed", "reported", "conceded"];

  /** Whether two looks name other holders, or the same one with other certainty; null where they say the same. */
  gp.parted = (one, other) => {
    if (!one || !other || one.signature === other.signature) return null;
    const alike = String(one.of) === String(other.of);
    return alike && [one, other].every(({ told = "" }) => SURE.includes(told)) ? "surely" : "holder";
  };

  class Comparison {
    /** @param {GeoFrame} frame */
    constructor(frame) {
      this.frame = frame;
      /** @type {{states: States, day: number | null} | null} */
      this.other = null;
    }

    /**
     * A second map beside the first, or under it on a narrow frame; gone when the message has none.
     * @param {StepMessage} message
     * @param {States | null} states
     */
    show(message, states) {
      const { frame } = this;
      const had = this.other !== null;
      const compare = message.compare || { day: null, title: "" };
      this.other = states && { states, day: compare.day ? states.index(compare.day) : null };
      const changed = had !== (this.other !== null);
      if (!states && frame.views.length > 1) {
        frame.views.pop()?.remove();
        frame.views[0].overlays.differ([], []);
      }
      if (changed) frame.layout.size();
      if (states && frame.views.length < 2) this.add();
      if (changed) frame.layout.resized();
      const titles = states ? [message.title, compare.title] : [""];
      frame.views.forEach((view, i) => view.furniture.entitle(titles[i] || ""));
    }

    add() {
      const { frame } = this;
      const [first] = frame.views;
      const view = new gp.View(frame.layout.secondMap(), frame, { primary: false });
      frame.views.push(view);
      link(first, view);
      link(view, first);
    }

    /**
     * Paints the second map, where there is one, and outlines the areas that the two show differently.
     * @param {number} day of the first map
     */
    paint(day) {
      const [, second] = this.frame.views;
      if (!this.other || !second) return;
      const { states } = this.other;
      second.paint(states, this.other.day ?? day);
      this.outline();
    }

    /** Outlines the areas on both maps. */
    outline() {
      const [first, second] = this.frame.views;
      if (!this.other || !second) return;
      /** @type {Record<"holder" | "surely", number[]>} */
      const found = { holder: [], surely: [] };
      const look = (/** @type {GeoView} */ view, /** @type {number} */ i) => view.states?.looks[view.shown[i]];
      for (let i = 0; i < first.shown.length; i += 1) {
        const parted = gp.parted(look(first, i), look(second, i));
        if (parted && first.layers[i]) found[parted].push(i);
      }
      for (const view of [first, second]) view.overlays.differ(found.holder, found.surely);
    }

    /**
     * The legend's keys of both maps, each once.
     * @param {States} first
     * @returns {LegendKey[]}
     */
    keys(first) {
      if (!this.other) return first.legend;
      const known = new Set(first.legend.map((key) => key.text));
      const { words } = this.frame;
      const differ = ["differ", "surely"].map((outline) => ({ colours: [], outline, text: words.say(outline) }));
      return [...first.legend, ...this.other.states.legend.filter((key) => !known.has(key.text)), ...differ];
    }
  }

  gp.Comparison = Comparison;
})();
