/* Fights and attacks where they were, on their days; counted where they crowd, and a way to the words behind each. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const REACH = 26;
  const MOST_STOPS = 60;
  const MOST_NAMED = 3;
  /** @typedef {{k: number, x: number, y: number}} Spot where an event is drawn, and its number */

  gp.Events = class {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.map = view.map;
      this.words = view.words;
      this.root = s("svg", { class: "gp-labels gp-events leaflet-zoom-hide", width: 1, height: 1 });
      view.map.getPane("gp-signs")?.append(this.root);
      /** @type {Cluster<Spot>[]} */
      this.clusters = [];
      /**
       * A sign for each cluster, used again from day to day: a sign under the hand or the keyboard stays there.
       * @type {SVGGElement[]}
       */
      this.signs = [];
      /** Areas in which an event is drawn. */
      this.areas = new Set();
      this.key = "";
    }

    /**
     * Draws the events of the day.
     * @param {boolean} moved whether the map shows another part
     */
    draw(moved) {
      const { states, day } = this.view;
      const here = states && !this.view.far ? states.eventsOn(day) : [];
      const key = `${states?.key} ${here.join()}`;
      if (!moved && key === this.key) return;
      this.key = key;
      const events = states?.events;
      const spots = events ? this.inSight(here, events) : [];
      this.areas = new Set(events ? spots.map(({ k }) => events.area[k]) : []);
      this.clusters = gp.clusters(spots, REACH);
      this.clusters.forEach((_, n) => this.place(n));
      for (const sign of this.signs.slice(this.clusters.length)) sign.remove();
    }

    /**
     * @param {number[]} here
     * @param {Events} events
     */
    inSight(here, { lon, lat }) {
      const size = this.map.getSize();
      return here.flatMap((k) => {
        const at = this.map.latLngToContainerPoint([lat[k], lon[k]]);
        if (at.x < 0 || at.y < 0 || at.x > size.x || at.y > size.y) return [];
        const { x, y } = this.map.containerPointToLayerPoint(at);
        return [{ k, x, y }];
      });
    }

    /**
     * Puts a sign where its cluster is.
     * @param {number} n
     */
    place(n) {
      const sign = (this.signs[n] ??= this.sign(n));
      const { x, y, items } = this.clusters[n];
      const { name, status } = this.said(n);
      sign.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      sign.setAttribute("aria-label", `${name}: ${status}`);
      sign.setAttribute("tabindex", this.clusters.length <= MOST_STOPS ? "0" : "-1");
      const number = /** @type {Element} */ (sign.querySelector("text"));
      number.textContent = items.length > 1 ? this.words.number(items.length) : "";
      if (!sign.isConnected) this.root.append(sign);
    }

    /**
     * @param {number} n
     * @returns {SVGGElement}
     */
    sign(n) {
      const node = gp.counted("fighting", { x: 0, y: 0 }, " ");
      node.setAttribute("class", "gp-event");
      node.setAttribute("role", "button");
      L.DomEvent.disableClickPropagation(/** @type {HTMLElement} */ (/** @type {unknown} */ (node)));
      node.prepend(s("circle", { r: 12, class: "gp-reach" }));
      for (const kind of ["mouseenter", "focus"]) node.addEventListener(kind, () => this.tell(n));
      for (const kind of ["mouseleave", "blur"]) node.addEventListener(kind, () => this.view.pointer.leave());
      node.addEventListener("click", (event) => this.open(event, n));
      node.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") this.open(event, n);
      });
      return node;
    }

    /** @param {number} n */
    tell(n) {
      const { x, y } = this.clusters[n];
      const { name, status } = this.said(n);
      this.view.pointer.tell(name, status, this.map.layerPointToContainerPoint([x, y]));
    }

    /**
     * How many reports, and of which areas.
     * @param {number} n
     */
    said(n) {
      const { items } = this.clusters[n];
      const names = this.areasOf(items).map((i) => this.words.full(this.view.areas[i]));
      const more = names.length > MOST_NAMED ? ["…"] : [];
      return {
        name: [...names.slice(0, MOST_NAMED), ...more].join(" · "),
        status: this.words.say("events", { count: items.length }),
      };
    }

    /**
     * The areas of events, those with most of them first.
     * @param {Spot[]} items
     */
    areasOf(items) {
      const { events } = /** @type {States} */ (this.view.states);
      /** @type {Map<number, number>} */
      const counts = new Map();
      for (const { k } of items) {
        const area = /** @type {Events} */ (events).area[k];
        counts.set(area, (counts.get(area) ?? 0) + 1);
      }
      return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    }

    /**
     * Opens the words behind a sign; of a crowd over several areas, moves nearer until it is none.
     * @param {Event} event
     * @param {number} n
     */
    open(event, n) {
      L.DomEvent.stop(event);
      const { items } = this.clusters[n];
      const events = /** @type {Events} */ (this.view.states?.events);
      const at = L.latLngBounds(items.map(({ k }) => [events.lat[k], events.lon[k]]));
      const areas = this.areasOf(items);
      const apart = !at.getSouthWest().equals(at.getNorthEast());
      if (areas.length > 1 && apart) this.map.fitBounds(at.pad(0.3), { animate: false });
      else this.view.frame.open(this.view.areas[areas[0]].id, events.report[items[0].k]);
    }
  };
})();
