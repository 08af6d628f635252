/* Areas too many to be drawn at once: their borders come in sheets, as of a map series, and each is fetched once. */
"use strict";
(() => {
  const gp = window.geoPaint;
  /** Positions are whole numbers of this part of a degree. */
  const UNIT = 1e5;
  /** Pixels: areas are drawn from the zoom on at which a typical one is so wide and high. */
  const LEAST_SIDE = 10;

  /**
   * Lines as geo.paint.sheets writes them: a first point, and the steps from point to point.
   * @param {LinesJson} json
   * @returns {Point[][]}
   */
  const lines = ({ points, steps }) => {
    let at = 0;
    return points.map((count) => {
      let x = 0;
      let y = 0;
      return Array.from({ length: count }, () => {
        x += steps[at];
        y += steps[at + 1];
        at += 2;
        return [x / UNIT, y / UNIT];
      });
    });
  };

  /**
   * The outlines of a sheet's areas, in their order.
   * @param {SheetJson} json
   * @returns {Point[][][][]}
   */
  const outlines = (json) => {
    const taken = (/** @type {any[]} */ from) => {
      let at = 0;
      return (/** @type {number} */ count) => from.slice(at, (at += count));
    };
    const polygons = json.rings.map(taken(lines(json)));
    return json.polygons.map(taken(polygons));
  };

  /**
   * Many areas as a record each, without rings until their sheet is there.
   * @param {AreaColumns} columns
   * @returns {Area[]}
   */
  const areasOf = ({ id, name, names, label, sheet }) => {
    const languages = Object.keys(names);
    const other = (/** @type {number} */ i) =>
      Object.fromEntries(languages.flatMap((language) => (names[language][i] ? [[language, names[language][i]]] : [])));
    return id.map((one, i) => ({
      id: one,
      name: name[i],
      names: other(i),
      label: [label[2 * i] / UNIT, label[2 * i + 1] / UNIT],
      rings: [],
      ...(sheet[i] < 0 ? {} : { sheet: sheet[i] }),
    }));
  };

  gp.sheetLines = lines;
  gp.sheetOutlines = outlines;

  gp.unfolded = (json) =>
    /** @type {Geometry} */ (Array.isArray(json.areas) ? json : { ...json, areas: areasOf(json.areas) });

  gp.Sheets = class {
    /**
     * @param {Geometry} geometry
     * @param {Promise<(string | SheetJson)[]>} sources of the sheets: their addresses, or they themselves
     */
    constructor({ areas, sheets = [], side = 1 }, sources) {
      this.areas = areas;
      this.boxes = sheets;
      this.sources = sources;
      /** The zoom from which on areas are drawn. */
      this.near = Math.log2(LEAST_SIDE / side);
      /** The areas of each sheet, by their place in the list. @type {number[][]} */
      this.members = sheets.map(() => []);
      areas.forEach((area, i) => {
        if (area.sheet !== undefined) this.members[area.sheet].push(i);
      });
      /** @type {Set<number>} */
      this.there = new Set();
    }

    /**
     * The sheets that lie at least in part in a box.
     * @param {Bounds} box
     */
    within([west, south, east, north]) {
      return [...this.boxes.keys()].filter((sheet) => {
        const [w, s, e, n] = this.boxes[sheet];
        return w <= east && e >= west && s <= north && n >= south;
      });
    }

    /**
     * Gives the areas of a sheet their rings.
     * @param {number} sheet
     */
    async fetch(sheet) {
      if (this.there.has(sheet)) return;
      /** @type {SheetJson} */
      const json = await gp.load((await this.sources)[sheet]);
      if (this.there.has(sheet)) return;
      const found = outlines(json);
      this.members[sheet].forEach((area, k) => {
        this.areas[area].rings = found[k];
      });
      this.there.add(sheet);
    }
  };
})();
