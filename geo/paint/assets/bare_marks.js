/* Marks of areas whose name has no room for them: drawn all the same, for nothing that is reported is invisible. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const REACH = 15;
  const STEP = 12;

  gp.BareMarks = class {
    /** @param {GeoView} view */
    constructor(view) {
      this.view = view;
      this.root = s("svg", { class: "gp-labels leaflet-zoom-hide", width: 1, height: 1, "aria-hidden": "true" });
      view.map.getPane("gp-signs")?.append(this.root);
      /** What is drawn, to draw it once. */
      this.key = "";
    }

    /**
     * Draws the marks that no label and no event shows.
     * @param {boolean} moved whether the map shows another part, or its labels stand elsewhere
     */
    draw(moved) {
      const { states, words } = this.view;
      if (!states) return;
      const wanted = this.wanted(states.looks);
      const key = wanted.map(({ i, marks }) => `${i}${marks}`).join();
      if (!moved && key === this.key) return;
      this.key = key;
      const spots = this.spots(wanted);
      const kinds = [...new Set(spots.map(({ mark }) => mark))];
      const signs = kinds.flatMap((mark) =>
        gp
          .clusters(
            spots.filter((spot) => spot.mark === mark),
            REACH,
          )
          .map((one) => gp.counted(mark, one, one.items.length > 1 ? words.number(one.items.length) : "")),
      );
      this.root.replaceChildren(...signs);
    }

    /** @param {Look[]} looks */
    wanted(looks) {
      const { shown, labels, events, layers, far } = this.view;
      if (far) return [];
      const labelled = new Set(labels.placed.filter((label) => label.marks).map((label) => label.i));
      /** @type {{i: number, marks: string[]}[]} */
      const found = [];
      shown.forEach((look, i) => {
        if (look < 0 || !looks[look].marks.length || !layers[i] || labelled.has(i)) return;
        const marks = looks[look].marks.filter((mark) => mark !== "fighting" || !events.areas.has(i));
        if (marks.length) found.push({ i, marks });
      });
      return found;
    }

    /**
     * Where each mark stands: in the middle of its area, at the upper right of the sign of a place.
     * @param {{i: number, marks: string[]}[]} wanted
     */
    spots(wanted) {
      const { areas, map, radius } = this.view;
      return wanted.flatMap(({ i, marks }) => {
        const { x, y } = map.latLngToLayerPoint(gp.points.latLng(areas[i]));
        const aside = gp.points.is(areas[i]) ? radius * 0.8 : 0;
        const left = x + aside - ((marks.length - 1) * STEP) / 2;
        return marks.map((mark, k) => ({ mark, x: left + k * STEP, y: y - aside }));
      });
    }
  };
})();
