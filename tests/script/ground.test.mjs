import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("core.js", "graticule.js", "way.js");

test("degrees are chosen so that at least two lines cross the shorter side", () => {
  assert.equal(gp.graticule.stepFor(0.9), 0.25);
  assert.equal(gp.graticule.stepFor(1), 0.5);
  assert.equal(gp.graticule.stepFor(60), 10);
  assert.equal(gp.graticule.stepFor(0.001), 0.05);
});

test("lines stand at whole steps, those on the borders included, also south and west of nought", () => {
  assert.deepEqual(Array.from(gp.graticule.between(34.9, 36, 0.5)), [35, 35.5, 36]);
  assert.deepEqual(Array.from(gp.graticule.between(-2.2, -0.4, 1)), [-2, -1]);
});

test("the way out of the map leaves it on the side of the place, inside the margin", () => {
  const size = { x: 400, y: 200 };
  const inset = { x: 20, y: 10 };
  assert.deepEqual({ ...gp.leaving(size, { x: 200, y: 900 }, inset) }, { x: 200, y: 190 });
  assert.deepEqual({ ...gp.leaving(size, { x: -800, y: 100 }, inset) }, { x: 20, y: 100 });
});
