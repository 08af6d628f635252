import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("core.js", "states.js", "totals.js", "clusters.js", "sheets.js", "tally.js");
const plain = (value) => JSON.parse(JSON.stringify(value));
/** Two areas: one of two parts of which the first has a hole, one of one part; then a place at a point. */
const sheet = {
  polygons: [2, 1],
  rings: [2, 1, 1],
  points: [3, 3, 3, 3],
  steps: [0, 0, 900000, 0, 0, 900000, 100000, 100000, 10000, 0, 0, 10000, 5, 5, 1, 0, 0, 1, -7, 7, 1, 0, 0, 1],
};
const columns = {
  id: ["a", "b", "c"],
  name: ["A", "B", "C"],
  names: { fa: ["الف", "", ""] },
  label: [150000, 250000, 700000, 250000, 0, 0],
  sheet: [0, 0, -1],
};
const geometry = () =>
  gp.unfolded({
    areas: columns,
    side: 0.625,
    sheets: [
      [0, 0, 9, 9],
      [9, 9, 12, 12],
    ],
  });

test("a sheet's outlines are read part by part, holes with their part, each ring from its own first point", () => {
  const [first, second] = plain(gp.sheetOutlines(sheet));
  assert.equal(first.length, 2);
  assert.deepEqual(first[0][0], [
    [0, 0],
    [9, 0],
    [9, 9],
  ]);
  assert.deepEqual(first[0][1], [
    [1, 1],
    [1.1, 1],
    [1.1, 1.1],
  ]);
  assert.deepEqual(first[1][0][0], [0.00005, 0.00005]);
  assert.deepEqual(second[0][0][0], [-0.00007, 0.00007]);
});

test("many areas become records: names where there are any, no rings yet, a place has no sheet", () => {
  const [a, b, c] = plain(geometry().areas);
  assert.deepEqual(a, { id: "a", name: "A", names: { fa: "الف" }, label: [1.5, 2.5], rings: [], sheet: 0 });
  assert.deepEqual([b.names, c.sheet], [{}, undefined]);
});

test("few areas are as they are", () => {
  const few = { areas: [{ id: "a" }] };
  assert.equal(gp.unfolded(few), few);
});

test("areas are drawn from the zoom on at which a typical one is ten pixels wide", () => {
  const { near } = new gp.Sheets(geometry(), Promise.resolve([]));
  assert.equal(0.625 * 2 ** near, 10);
});

test("the sheets in view are those that touch it", () => {
  const sheets = new gp.Sheets(geometry(), Promise.resolve([]));
  const within = (...box) => [...sheets.within(box)];
  assert.deepEqual(within(8, 8, 10, 10), [0, 1]);
  assert.deepEqual(within(9, 9, 9.5, 9.5), [0, 1]);
  assert.deepEqual(within(10, 1, 11, 2), []);
  assert.deepEqual(within(-5, 1, 1, 2), [0]);
  assert.deepEqual(within(9.1, 11, 20, 20), [1]);
});

test("a sheet that has come gives its areas their rings", async () => {
  const told = geometry();
  const sheets = new gp.Sheets(told, Promise.resolve([sheet]));
  assert.equal(sheets.there.has(0), false);
  await sheets.fetch(0);
  assert.deepEqual(
    told.areas.map(({ rings }) => rings.length),
    [2, 1, 0],
  );
  assert.equal(sheets.there.has(0), true);
});

const at = (sheet_, lon, lat) => ({ id: "", name: "", label: [lon, lat], rings: [], sheet: sheet_ });
const areas = [at(0, 0, 0), at(0, 2, 4), at(1, 8, 8), at(0, 5, 5), { ...at(0, 9, 9), sheet: undefined }];
const north = { id: "n", name: "North", areas: [3, 4] };
const grounds = gp.grounds({ areas, parents: [north] }, [[0, 1, 3], [2]]);

test("areas are counted by what they lie in, the others by their sheet, the largest first; places are not", () => {
  assert.deepEqual(
    plain(grounds).map(({ parent, areas: some }) => [parent?.id ?? null, some]),
    [
      [null, [0, 1]],
      ["n", [3]],
      [null, [2]],
    ],
  );
  const [{ lon, lat, box }] = plain(grounds);
  assert.deepEqual([lon, lat, box], [1, 2, [0, 0, 2, 4]]);
});

const look = (total, fills = [], marks = []) => ({ total, fills, colours: fills, status: "", marks });
const states = new gp.States({
  key: "k",
  first: "2021-01-01",
  days: 6,
  looks: [look("no statement"), look("Red", ["#f00"]), look("Blue", ["#00f"], ["fighting"])],
  changes: [
    [1, 1, 3, 2],
    [0, 2, 4, 1],
    [2, 1],
    [1, 2, 5, 1],
    [0, 1],
  ],
});

test("counted from change to change, forward and back, each day's numbers are those of that day alone", () => {
  const tally = new gp.Tally(grounds, areas.length);
  tally.begin(states);
  const shown = areas.map(() => -1);
  for (const day of [0, 1, 2, 3, 4, 5, 2, 0, 5, 3]) {
    areas.forEach((_, i) => {
      const now = states.lookIndex(i, day);
      if (now !== shown[i]) tally.move(i, shown[i], now);
      shown[i] = now;
    });
    for (const [g, ground] of grounds.entries()) {
      const alone = new gp.Totals(states, ground.areas);
      assert.deepEqual([...tally.sum([g]).counts], [...alone.counts.map((count) => count[day])], `day ${day}`);
      const fought = ground.areas.filter((i) => states.at(i, day).look.marks.length).length;
      assert.equal(tally.sum([g]).fighting, fought);
    }
  }
});

test("a bar of several grounds has the sum of theirs; another narrator starts from nothing", () => {
  const tally = new gp.Tally(grounds, areas.length);
  tally.begin(states);
  areas.forEach((_, i) => tally.move(i, -1, states.lookIndex(i, 3)));
  const [one, two, both] = [[0], [1], [0, 1]].map((some) => plain(tally.sum(some)));
  assert.deepEqual(
    both.counts,
    one.counts.map((count, k) => count + two.counts[k]),
  );
  assert.deepEqual([both.areas, both.fighting], [3, 3]);
  tally.begin(states);
  assert.equal(tally.sum([0, 1, 2]).areas, 0);
});

const seats = (points) => plain(gp.countSeats(points, 80, 1.7));
const spot = (ground, x, y, weight = 1) => ({ ground, x, y: y * 1.7, weight });

test("a bar stands in the middle of what it counts, by the number of areas", () => {
  assert.deepEqual(seats([spot(0, 100, 100, 3), spot(1, 140, 100, 1)]), [{ x: 110, y: 100, grounds: [0, 1] }]);
});

test("bars one above the other may be closer than beside one another", () => {
  assert.equal(seats([spot(0, 0, 0), spot(1, 79, 0)]).length, 1);
  assert.equal(seats([spot(0, 0, 0), spot(1, 0, 48)]).length, 2);
});

test("however many grounds there are, none is lost and no two bars touch", () => {
  const many = Array.from({ length: 2000 }, (_, n) => spot(n, (n * 7919) % 900, (n * 104729) % 600, 1 + (n % 7)));
  const found = seats(many);
  assert.deepEqual(
    found.flatMap(({ grounds: some }) => some).sort((a, b) => a - b),
    many.map(({ ground }) => ground),
  );
  for (const [k, one] of found.entries())
    for (const other of found.slice(k + 1))
      assert.ok(Math.hypot(one.x - other.x, 1.7 * (one.y - other.y)) >= 80 - 1e-9);
});
