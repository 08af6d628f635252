import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("core.js", "states.js", "totals.js", "parents.js");
const look = (total, fills = []) => ({ total, fills, colours: fills, status: "", marks: [] });
const looks = [look("no statement"), look("Red", ["#ff0000"]), look("disputed", ["#ff0000", "blank"])];
const states = new gp.States({
  key: "k",
  first: "2021-01-01",
  days: 5,
  looks: [...looks, look("Red", ["#ff0000"])],
  changes: [[1, 1, 3, 2], [], [0, 3], [-2, 1]],
  newest: [[1, 1], [], [0], [0]],
});
const totals = new gp.Totals(states, [0, 1, 2, 3]);
const on = (day) => Object.fromEntries(totals.on(day).map(({ text, count }) => [text, count]));

test("areas are counted by holder on each day: the eve, the day, the day after", () => {
  assert.deepEqual(on(0), { Red: 2, "no statement": 2 });
  assert.deepEqual(on(1), { Red: 3, "no statement": 1 });
  assert.deepEqual(on(2), { Red: 3, "no statement": 1 });
  assert.deepEqual(on(3), { Red: 2, disputed: 1, "no statement": 1 });
});

test("on every day the numbers add up to the number of areas", () => {
  for (let day = 0; day < 5; day += 1)
    assert.equal(
      Object.values(on(day)).reduce((a, b) => a + b),
      4,
    );
});

test("holders come first, then hatches, then silence; a denied hold is hatched with white", () => {
  assert.deepEqual(
    [...totals.kinds].map(({ text, colours }) => [text, ...colours]),
    [["Red", "#ff0000"], ["disputed", "#ff0000", "#ffffff"], ["no statement"]],
  );
});

test("counted as drawn, each paleness is by itself, the firm one first; the same colours are one", () => {
  const pale = { total: "Red", fills: ["#ff0000"], status: "", marks: [] };
  const drawn = new gp.Totals(
    new gp.States({
      key: "k",
      first: "2021-01-01",
      days: 2,
      looks: [
        { ...look("no statement"), outline: "dotted" },
        { ...pale, colours: ["#ff9999"], strength: "soft", outline: "solid" },
        { ...pale, colours: ["#ff0000"], strength: "firm", outline: "solid" },
        { ...pale, colours: ["#ff0000"], strength: "firm", outline: "dashed" },
        { ...look("denied"), outline: "solid" },
      ],
      changes: [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 4],
      ],
    }),
    [0, 1, 2, 3],
    "drawn",
  );
  const seen = (day) => drawn.on(day).map(({ colours, silent, count }) => [colours.join(), silent, count]);
  assert.deepEqual(
    [...seen(0)],
    [
      ["#ff0000", false, 2],
      ["#ff9999", false, 1],
      ["", true, 1],
    ],
  );
  assert.deepEqual([...seen(1)].at(-1), ["", false, 1]);
});

test("only the areas asked for are counted", () => {
  const part = new gp.Totals(states, [0, 1]);
  assert.deepEqual(Object.fromEntries(part.on(1).map(({ text, count }) => [text, count])), {
    Red: 1,
    "no statement": 1,
  });
});

const named = (id, ...areas) => ({ id, name: id.toUpperCase(), names: {}, areas });
const many = Array.from({ length: 40 }, (_, i) => ({ id: `a${i}`, name: i % 2 ? "Kohistan" : `Area ${i}`, names: {} }));
const rows = (parents) => parents.lines().map(({ area, parent }) => parent?.id ?? area);

test("many areas stand folded under what they lie in, those without one at the end", () => {
  const north = Array.from({ length: 20 }, (_, i) => i);
  const parents = new gp.Parents({ areas: many, parents: [named("n", ...north), named("s", 20, 21)] });
  assert.deepEqual([...rows(parents)].slice(0, 4), ["n", "s", 22, 23]);
  parents.fold("s");
  assert.deepEqual([...rows(parents)].slice(0, 5), ["n", "s", 20, 21, 22]);
  assert.equal(gp.lineOf(parents.lines(), 21), 3);
  assert.equal(gp.lineOf(parents.lines(), 7), 0);
  parents.fold("s");
  assert.deepEqual([...rows(parents)].slice(0, 3), ["n", "s", 22]);
});

test("few areas, or areas in one parent, stand one after the other", () => {
  assert.equal(
    new gp.Parents({ areas: many.slice(0, 30), parents: [named("n", 1), named("s", 2)] }).lines().length,
    30,
  );
  assert.deepEqual([...rows(new gp.Parents({ areas: many, parents: [named("n", 1)] }))].slice(0, 2), [0, 1]);
});

test("only areas that share a name are told what they lie in", () => {
  const areas = many.map((area) => ({ ...area }));
  new gp.Parents({ areas, parents: [named("n", 0, 1), named("s", 2, 3)], alike: [1, 3] });
  assert.deepEqual(
    [...areas.slice(0, 4)].map((area) => area.within?.id),
    [undefined, "n", undefined, "s"],
  );
});

test("of days that are not known nothing is counted", () => {
  const json = { key: "k", first: "2021-01-01", days: 5, looks, changes: [[1, 1], []], from: 1, to: 3 };
  const known = new gp.Totals(new gp.States(json), [0, 1]);
  const sums = [0, 1, 2, 3, 4].map((day) => known.on(day).reduce((sum, { count }) => sum + count, 0));
  assert.deepEqual(sums, [0, 2, 2, 2, 0]);
});
