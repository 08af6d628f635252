import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const { clusters, States } = loaded("core.js", "states.js", "clusters.js");
const at = (x, y) => ({ x, y });
const sizes = (points, reach = 26) => [...clusters(points, reach)].map((one) => one.items.length);

test("a sign alone stays where it is, and is one", () => {
  const [one] = clusters([at(40.5, 60.5)], 26);
  assert.deepEqual([one.x, one.y, one.items.length], [40.5, 60.5, 1]);
});

test("signs that crowd are one, where the first of them is, and none is lost", () => {
  const [one, ...others] = clusters([at(100, 100), at(110, 100), at(100, 120), at(125, 100)], 26);
  assert.deepEqual([one.x, one.y, one.items.length, others.length], [100, 100, 4, 0]);
});

test("signs as far apart as the reach are two", () => {
  assert.deepEqual(sizes([at(0, 0), at(25.9, 0)]), [2]);
  assert.deepEqual(sizes([at(0, 0), at(26, 0)]), [1, 1]);
});

test("neighbours on both sides of a line of the grid, and of zero, are found", () => {
  assert.deepEqual(sizes([at(25, 25), at(27, 27)]), [2]);
  assert.deepEqual(sizes([at(-1, -1), at(1, 1)]), [2]);
});

test("however many there are, no two signs touch and every one is counted", () => {
  const many = Array.from({ length: 5000 }, (_, n) => at((n * 7919) % 900, (n * 104729) % 600));
  const found = clusters(many, 26);
  assert.equal(
    found.reduce((sum, one) => sum + one.items.length, 0),
    5000,
  );
  for (const [k, one] of found.entries())
    for (const other of found.slice(k + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= 26);
});

const told = (events) => new States({ key: "k", first: "2021-09-01", days: 9, looks: [], changes: [], events });

test("an event is there on its first and last day and between, not on the eve or the day after", () => {
  const states = told({ report: ["r"], area: [0], lon: [1], lat: [2], from: [2], to: [4] });
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((day) => [...states.eventsOn(day)].length),
    [0, 1, 1, 1, 0],
  );
});

test("states without events have none on any day", () => {
  assert.equal(told(undefined).eventsOn(3).length, 0);
});
