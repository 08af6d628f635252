/* Signs that crowd are drawn as one, with their number: as many as there is room for, however many there are. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { s } = gp;
  const SIZE = 12;

  /**
   * Points less than `reach` apart, together; each cluster stands where its first point is, so that no two are closer.
   * A grid finds the neighbours: the work grows with the points alone.
   */
  gp.clusters = (points, reach) => {
    /** @type {Map<string, Cluster<any>[]>} */
    const grid = new Map();
    /** @type {Cluster<any>[]} */
    const found = [];
    for (const point of points) {
      const [column, row] = [Math.floor(point.x / reach), Math.floor(point.y / reach)];
      const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => grid.get(`${column + dx} ${row + dy}`) ?? []));
      const home = near.find(({ x, y }) => Math.hypot(x - point.x, y - point.y) < reach);
      if (home) {
        home.items.push(point);
        continue;
      }
      const made = { x: point.x, y: point.y, items: [point] };
      const key = `${column} ${row}`;
      grid.set(key, [...(grid.get(key) ?? []), made]);
      found.push(made);
    }
    return found;
  };

  /** A mark around a point, and behind it how many there are ("" = one). */
  gp.counted = (mark, { x, y }, count) => {
    const sign = gp.mark(mark, SIZE);
    sign.setAttribute("x", String(-SIZE / 2));
    sign.setAttribute("y", String(-SIZE / 2));
    const number = count && s("text", { class: "gp-count", x: SIZE / 2 + 2, y: 4, text: count });
    return s("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, sign, number);
  };
})();
