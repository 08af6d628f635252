/* The days of change below the time bar: a tick with the number of areas that change; where numbers would meet, a bar as long as it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const DIGIT = 7;
  const GAP = 4;
  const BAR = 3;

  /**
   * The marks of the days on which areas change, in a bar whose days are `cell` pixels wide. Without numbers there is one for
   * each `BAR` pixels, for the day there on which most change.
   * @param {{day: number[], areas: number[]}} turns
   * @param {number} cell
   * @returns {TurnMarks}
   */
  gp.turnMarks = ({ day, areas }, cell) => {
    const most = Math.max(...areas);
    const wide = (/** @type {number} */ i) => String(areas[i]).length * DIGIT;
    const fits = (/** @type {number} */ i) => (day[i] - day[i - 1]) * cell >= (wide(i) + wide(i - 1)) / 2 + GAP;
    const marks = day.map((one, i) => ({ day: one, areas: areas[i], share: areas[i] / most, most: areas[i] === most }));
    if (marks.every((_, i) => !i || fits(i))) return { numbered: true, marks };
    /** @type {Map<number, TurnMark>} */
    const seats = new Map();
    for (const mark of marks) {
      const seat = Math.floor((mark.day * cell) / BAR);
      if ((seats.get(seat)?.areas ?? 0) < mark.areas) seats.set(seat, mark);
    }
    return { numbered: false, marks: [...seats.values()] };
  };
})();
