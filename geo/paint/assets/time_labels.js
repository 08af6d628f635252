/* Which days of the time bar are named: as many as have room, months and years where days have none. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const LEAST = 24;
  const WIDE = 52;
  const MONTHS = [1, 3, 6, 12, 24, 60, 120];
  const MONTH_DAYS = 30.4;
  const STEPS = [1, 2, 7];

  /**
   * The months that are named, each so many months after the one before, with their year where it is a new one.
   * @param {States} states
   * @param {Words} words
   * @param {number} cell
   */
  const monthly = (states, words, cell) => {
    const every = MONTHS.find((months) => months * MONTH_DAYS * cell >= WIDE) ?? MONTHS[MONTHS.length - 1];
    /** @type {TimeLabel[]} */
    const found = [];
    for (let day = 0; day < states.days; day += 1) {
      const iso = states.iso(day);
      const [year, month, date] = iso.split("-").map(Number);
      if (date !== 1 || (year * 12 + month - 1) % every) continue;
      const above = month === 1 || !found.length ? words.number(year) : "";
      found.push({ day, text: words.day(iso, "month"), above });
    }
    return found;
  };

  /**
   * The days that are named in a bar whose days are `cell` pixels wide: each with its place and its words.
   * @param {States} states
   * @param {Words} words
   * @param {number} cell
   */
  gp.timeLabels = (states, words, cell) => {
    const every = STEPS.find((days) => days * cell >= LEAST);
    if (!every) return monthly(states, words, cell);
    let month = "";
    return Array.from({ length: Math.ceil(states.days / every) }, (_, i) => {
      const iso = states.iso(i * every);
      const named = iso.slice(0, 7) === month ? "" : words.day(iso, "month");
      month = iso.slice(0, 7);
      return { day: i * every, text: words.day(iso, "number"), above: named };
    });
  };
})();
