import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const { points, seats } = loaded("core.js", "seats.js", "points.js");
const wide = { x: 1000, y: 600 };

test("an area without rings is a place", () => {
  assert.ok(points.is({ rings: [] }));
  assert.ok(!points.is({ rings: [[[[0, 0]]]] }));
});

test("signs are smaller the more places there are, within limits", () => {
  const sizes = [1, 100, 300, 629, 5000].map((count) => points.radius(count, wide, 0));
  assert.deepEqual(
    [...sizes].sort((a, b) => b - a),
    sizes,
  );
  assert.equal(sizes[0], 10);
  assert.equal(sizes.at(-1), 4.5);
  assert.ok(sizes[3] > 5.5 && sizes[3] < 7);
});

test("signs grow with the zoom, and no further than the limit", () => {
  assert.ok(points.radius(629, wide, 1) > points.radius(629, wide, 0));
  assert.equal(points.radius(629, wide, 9), 10);
  assert.equal(points.radius(629, wide, -9), 4.5);
});

test("places of the focus are drawn last, the others in their order", () => {
  const areas = ["a", "b", "c", "d"].map((id) => ({ id, rings: [] }));
  areas.push({ id: "e", rings: [[[[0, 0]]]] });
  assert.deepEqual([...points.order({ areas, groups: [{ focus: true, areas: ["a", "c"] }] })], [1, 3, 0, 2]);
  assert.deepEqual([...points.order({ areas, groups: [{ areas: ["a"] }] })], [0, 1, 2, 3]);
});

/** Labels as far as names of places need them; two places are `apart` pixels apart. */
const labels = (apart, taken = []) => ({
  taken,
  placed: [],
  frame: { x0: 0, y0: 0, x1: 400, y1: 300 },
  map: { latLngToContainerPoint: ([lat, lon]) => ({ x: lon, y: lat }) },
  view: {
    areas: [200, 200 + apart].map((x) => ({ name: "Rokha", label: [x, 150], rings: [] })),
    narrow: false,
    words: { name: (area) => area.name },
  },
  longest: (i) => (i ? 13 : 0),
  draw: (i, seat) => ({ i, seat }),
  addMarks: (label, x) => Object.assign(label, { marks: x }),
});
const named = (made) => {
  points.name(made, points.take(made, [0, 1], 6), 6);
  return made.placed;
};

test("a name stands to the right of its sign, with its marks behind it", () => {
  const [, second] = named(labels(100));
  assert.ok(second.seat.box.x0 > 306 && second.seat.y === 150);
  assert.equal(second.seat.box.x1 - second.seat.box.x0, second.seat.w + 13);
  assert.equal(second.marks, (second.seat.w + 13) / 2);
});

test("a name gives way to the sign of another place", () => {
  const [first] = named(labels(20));
  assert.ok(first.seat.box.x1 < 200);
});

test("no two names touch, nor any name a sign", () => {
  const made = labels(14);
  named(made);
  const boxes = made.taken;
  for (const [k, one] of boxes.entries())
    for (const other of boxes.slice(k + 1).filter((box) => box.x1 - box.x0 > 12))
      assert.ok(!seats.overlaps(one, other));
});

test("a name without room is left out", () => {
  assert.equal(named(labels(100, [{ x0: 0, y0: 0, x1: 400, y1: 300 }])).length, 0);
});

test("a place out of sight takes no room", () => {
  const made = labels(900);
  assert.equal(points.take(made, [0, 1], 6).length, 1);
});
