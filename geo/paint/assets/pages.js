/* Pages of words as lines that they share, and which page holds on a day. */
"use strict";
(() => {
  const gp = window.geoPaint;

  gp.Pages = class {
    /** @param {{lines: string[], pages: number[][], spans: number[][]}} table made by geo.export.onefile.pool */
    constructor(table) {
      this.table = table;
    }

    /**
     * The page of a span that holds on a day.
     * @param {number} span
     * @param {number} day
     */
    at(span, day) {
      const pages = this.table.spans[span];
      let [low, high] = [0, pages.length / 2];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (pages[2 * middle] <= day) low = middle;
        else high = middle;
      }
      return pages[2 * low + 1];
    }

    /**
     * The lines of a page; a number below zero stands for another page.
     * @param {number} page
     * @param {string[]} lines
     */
    lines(page, lines = []) {
      for (const one of this.table.pages[page])
        if (one < 0) this.lines(~one, lines);
        else lines.push(this.table.lines[one]);
      return lines;
    }

    /**
     * A page with its places.
     * @param {number} page
     */
    plain(page) {
      return this.lines(page).join("\n");
    }
  };
})();
