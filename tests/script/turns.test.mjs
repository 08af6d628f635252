import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("core.js", "turns.js");
const plain = (made) => JSON.parse(JSON.stringify(made));

test("with room every day of change has its number, and the greatest is marked, also where two are alike", () => {
  const { numbered, marks } = plain(gp.turnMarks({ day: [5, 9, 11], areas: [10, 3, 10] }, 26));
  assert.ok(numbered);
  assert.deepEqual(
    marks.map(({ day, areas, most }) => [day, areas, most]),
    [
      [5, 10, true],
      [9, 3, false],
      [11, 10, true],
    ],
  );
});

test("numbers that would meet give way to bars: one, two and three digits beside each other", () => {
  const numbered = (areas, cell) => gp.turnMarks({ day: [1, 2], areas }, cell).numbered;
  assert.deepEqual([numbered([1, 2], 11), numbered([1, 2], 10)], [true, false]);
  assert.deepEqual([numbered([1, 20], 15), numbered([1, 20], 14)], [true, false]);
  assert.deepEqual([numbered([100, 100], 25), numbered([100, 100], 24)], [true, false]);
});

test("in the same three pixels stands the day on which most change", () => {
  const { marks } = plain(gp.turnMarks({ day: [0, 1, 2, 3], areas: [4, 8, 2, 1] }, 1));
  assert.deepEqual(
    marks.map(({ day, share }) => [day, share]),
    [
      [1, 1],
      [3, 0.125],
    ],
  );
});

test("where nothing changes there is no mark", () => {
  assert.deepEqual(plain(gp.turnMarks({ day: [], areas: [] }, 26).marks), []);
});
