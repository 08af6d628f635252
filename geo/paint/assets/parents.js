/* What areas lie in: tells areas of the same name apart, and folds the strip's rows. */
"use strict";
(() => {
  const gp = window.geoPaint;
  /** With more areas than this, and parents of several, they are grouped and folded. */
  const GROUPED_FROM = 30;

  gp.Parents = class {
    /** @param {Geometry} geometry whose areas of the same name are told what they lie in */
    constructor({ areas, parents = [], alike = [] }) {
      this.areas = areas;
      this.groups = areas.length > GROUPED_FROM && parents.length > 1 ? parents : [];
      /** @type {Set<string>} */
      this.open = new Set();
      /** Areas that lie in one of the groups. */
      this.inside = new Set(this.groups.flatMap((parent) => parent.areas));
      const same = new Set(alike);
      for (const parent of parents) for (const place of parent.areas) if (same.has(place)) areas[place].within = parent;
    }

    /**
     * The strip's rows: each parent and, where it is open, its areas; then areas without one.
     * @returns {StripLine[]}
     */
    lines() {
      const line = (/** @type {number} */ area) => ({ area, parent: null });
      const grouped = this.groups.flatMap((parent) => [
        { area: -1, parent },
        ...(this.open.has(parent.id) ? parent.areas.map(line) : []),
      ]);
      return [...grouped, ...this.areas.map((_, i) => line(i)).filter(({ area }) => !this.inside.has(area))];
    }

    /** @param {string} id of a parent */
    fold(id) {
      if (!this.open.delete(id)) this.open.add(id);
    }
  };

  /**
   * The row of an area: its own, or its parent's where that is folded; -1 = none.
   * @param {StripLine[]} lines
   * @param {number} area
   */
  gp.lineOf = (lines, area) => {
    const own = lines.findIndex((line) => line.area === area);
    return own >= 0 ? own : lines.findIndex(({ parent }) => parent?.areas.includes(area));
  };
})();
