/* The reader's hand on a map: click, hover, wheel, keys; and the tooltip. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const TOUCHED_MS = 2500;

  class Pointer {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.map = view.map;
      this.words = view.words;
      /** Index of the area under the pointer, or -1. */
      this.hovered = -1;
      this.name = h("b", {});
      this.status = h("span", {});
      this.tip = h("div", { class: "gp-tip", hidden: true, role: "tooltip" }, this.name, this.status);
      this.map.getContainer().append(this.tip);
      this.listenToMap();
      this.listenToAreas();
      if (view.shapesAreButtons) this.reachable();
    }

    listenToMap() {
      const { map } = this;
      map.scrollWheelZoom.disable();
      const box = map.getContainer();
      // Leaflet focuses the map when it is pressed: the page must not scroll away from under the hand
      box.focus = () => HTMLElement.prototype.focus.call(box, { preventScroll: true });
      box.addEventListener("focusin", () => map.scrollWheelZoom.enable());
      box.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
      box.addEventListener("wheel", (event) => this.wheel(event), { capture: true, passive: false });
    }

    listenToAreas() {
      const { view, map } = this;
      /** @type {(event: L.LeafletMouseEvent) => number} */
      const index = (event) => (event.propagatedFrom || event.sourceTarget).gpIndex;
      view.group.on("click", (/** @type {L.LeafletMouseEvent} */ event) => {
        L.DomEvent.stop(event.originalEvent);
        const named = view.labels.at(event.containerPoint);
        const { id } = view.areas[named < 0 ? index(event) : named];
        view.frame.choose(id, null);
        view.frame.chosen.uncover(id, map.getContainer());
        if (matchMedia("(hover: none)").matches) setTimeout(() => this.leave(), TOUCHED_MS);
      });
      for (const kind of /** @type {("mousemove" | "mouseover")[]} */ (["mousemove", "mouseover"]))
        view.group.on(kind, (event) => this.hover(index(event), event.containerPoint));
      view.group.on("mouseout", () => this.leave());
    }

    /**
     * The page scrolls over the map unless the reader holds ctrl or has clicked into the map.
     * @param {WheelEvent} event
     */
    wheel(event) {
      const { scrollWheelZoom } = this.map;
      if (!event.ctrlKey || scrollWheelZoom.enabled()) return;
      scrollWheelZoom.enable();
      setTimeout(() => scrollWheelZoom.disable(), 0);
    }

    /** Every shape can be reached and chosen with the keyboard (small maps; big ones use list and strip). */
    reachable() {
      const { view } = this;
      view.paths.forEach((path, i) => {
        if (!path) return;
        path.setAttribute("tabindex", "0");
        path.setAttribute("role", "button");
        path.addEventListener("focus", () => {
          if (path.matches(":focus-visible")) this.focus(i);
        });
        path.addEventListener("blur", () => {
          view.overlays.focus(-1);
          this.leave();
        });
        path.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          view.frame.choose(view.areas[i].id, null);
        });
      });
    }

    /** @param {number} i */
    focus(i) {
      const layer = this.view.layers[i];
      if (!layer) return;
      this.view.overlays.focus(i);
      this.hover(i, this.map.latLngToContainerPoint("getCenter" in layer ? layer.getCenter() : layer.getLatLng()));
    }

    leave() {
      this.hovered = -1;
      this.tip.hidden = true;
    }

    /**
     * @param {number} i
     * @param {L.Point} point
     */
    hover(i, point) {
      this.hovered = i;
      this.tip.hidden = !this.view.states;
      if (this.tip.hidden) return;
      this.say(this.words.full(this.view.areas[i]), this.view.sentence(i), point);
    }

    /**
     * Tells of something that is no area.
     * @param {string} name
     * @param {string} status
     * @param {{x: number, y: number}} point
     */
    tell(name, status, point) {
      this.hovered = -1;
      this.tip.hidden = false;
      this.say(name, status, point);
    }

    /**
     * @param {string} name
     * @param {string} status
     * @param {{x: number, y: number}} point
     */
    say(name, status, point) {
      this.name.textContent = name;
      this.status.textContent = status;
      const size = this.map.getSize();
      const x = Math.min(point.x + 14, size.x - this.tip.offsetWidth - 6);
      const below = point.y + 18 + this.tip.offsetHeight < size.y;
      this.tip.style.transform = `translate(${Math.max(x, 6)}px, ${below ? point.y + 16 : point.y - this.tip.offsetHeight - 10}px)`;
    }

    /** The day changed under the pointer. */
    sayAgain() {
      if (this.hovered >= 0 && !this.tip.hidden) this.status.textContent = this.view.sentence(this.hovered);
    }
  }

  gp.Pointer = Pointer;
})();
