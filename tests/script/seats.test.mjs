import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const { seats } = loaded("core.js", "seats.js");
const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
const square = [100, 100, 300, 100, 300, 200, 100, 200];
const spot = { box: { x0: 100, y0: 100, x1: 300, y1: 200 } };
const middle = { x: 200, y: 150 };
const name = { name: "Rokha", narrow: false, words: false, w: 40, h: 17 };
const seat = (taken = [], label = name, least = 0.6, ring = square) =>
  seats.best(ring, spot, middle, label, least, { frame, taken });

test("a name with room sits in the middle of its area", () => {
  const { x, y, box } = seat();
  assert.deepEqual([x, y], [200, 150]);
  assert.deepEqual({ ...box }, { x0: 180, x1: 220, y0: 141.5, y1: 158.5 });
});

test("a name sits on the area's centre itself, not on the nearest point of a grid", () => {
  const { x, y } = seats.best(square, spot, { x: 207, y: 153 }, name, 0.6, { frame, taken: [] });
  assert.deepEqual([x, y], [207, 153]);
});

test("a name that gives way stays near the centre, where there is room nearby", () => {
  const found = seat([{ x0: 198, y0: 148, x1: 202, y1: 152 }]);
  assert.ok(Math.hypot(found.x - 200, found.y - 150) < 30);
});

test("a name whose area reaches out of the map stays on the map", () => {
  const wide = [-100, -100, 500, -100, 500, 400, -100, 400];
  const around = { box: { x0: -100, y0: -100, x1: 500, y1: 400 } };
  for (const [x, y] of [
    [1, 150],
    [399, 150],
    [200, 1],
    [200, 299],
  ]) {
    const { box } = seats.best(wide, around, { x, y }, name, 0.6, { frame, taken: [] });
    assert.ok(box.x0 >= 0 && box.x1 <= 400 && box.y0 >= 0 && box.y1 <= 300, `the name at ${x}, ${y}`);
  }
});

test("a name is dropped where its middle would lie outside of its area, though its edge lies inside", () => {
  const left = [100, 100, 170, 100, 170, 200, 100, 200];
  const taken = [{ x0: 100, y0: 100, x1: 150, y1: 200 }];
  assert.equal(seat(taken, { ...name, w: 120 }, 0.1, left), null);
  assert.ok(seat([], { ...name, w: 120 }, 0.1, left).x <= 170);
});

test("a name gives way to what is written already, and stays inside its area", () => {
  const taken = [{ x0: 150, y0: 130, x1: 250, y1: 170 }];
  const found = seat(taken);
  assert.ok(found);
  assert.ok(!seats.overlaps(found.box, taken[0]));
  assert.ok(found.x > 100 && found.x < 300 && found.y > 100 && found.y < 200);
});

test("a name without room is dropped, not written over another", () => {
  assert.equal(seat([{ x0: 0, y0: 0, x1: 400, y1: 300 }]), null);
});

test("a name that would lie mostly outside of its area is dropped", () => {
  const thin = [150, 100, 250, 100, 250, 200, 150, 200];
  assert.ok(seat([], { ...name, w: 120 }, 0.6, thin));
  assert.equal(seat([], { ...name, w: 240 }, 0.6, thin), null);
});

test("boxes that touch count as overlapping: a gap of two pixels stays between texts", () => {
  const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
  assert.ok(seats.overlaps(box, { x0: 11, y0: 0, x1: 20, y1: 10 }));
  assert.ok(!seats.overlaps(box, { x0: 12, y0: 0, x1: 20, y1: 10 }));
  assert.ok(!seats.overlaps(box, { x0: 0, y0: 12, x1: 10, y1: 20 }));
});

test("in a bent area a name sits in the area, not in its bay", () => {
  const bay = [100, 100, 300, 100, 300, 200, 240, 200, 240, 130, 160, 130, 160, 200, 100, 200];
  const found = seat([], name, 0.6, bay);
  assert.ok(found);
  assert.ok(found.y < 130 || found.x < 160 || found.x > 240);
});

test("a text is as wide as its letters", () => {
  assert.equal(seats.width("Rokha", "name"), 30);
  assert.equal(seats.width("Rokha!", "name"), 36);
});

test("a name does not reach over a border onto another area: it moves, or is dropped", () => {
  const next = [300, 0, 400, 0, 400, 300, 300, 300];
  const others = [{ ring: next, box: { x0: 300, y0: 0, x1: 400, y1: 300 } }];
  const taken = [{ x0: 100, y0: 100, x1: 260, y1: 200 }];
  const right = (more) => seats.best(square, spot, { x: 290, y: 150 }, name, 0.3, { frame, taken, ...more });
  assert.ok(right({}).box.x1 > 301);
  assert.equal(right({ others }), null);
  const ring = [100, 0, 400, 0, 400, 100, 100, 100];
  const around = [...others, { ring: [0, 0, 100, 0, 100, 300, 0, 300], box: { x0: 0, y0: 0, x1: 100, y1: 300 } }];
  assert.equal(seats.best(square, spot, middle, { ...name, w: 230 }, 0.3, { frame, taken: [], others: around }), null);
  const above = [{ ring, box: { x0: 100, y0: 0, x1: 400, y1: 100 } }];
  assert.ok(seats.best(square, spot, { x: 200, y: 101 }, name, 0.3, { frame, taken: [], others: above }).box.y0 >= 99);
});

test("a name may reach over empty ground", () => {
  assert.ok(seats.best(square, spot, middle, { ...name, w: 230 }, 0.3, { frame, taken: [], others: [] }));
});
