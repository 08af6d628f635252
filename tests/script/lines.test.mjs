import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const { lines } = loaded("core.js", "lines.js");

test("a first view of places keeps more room on every side than one of outlines", () => {
  for (const narrow of [true, false]) {
    const some = lines.space(narrow, true);
    const none = lines.space(narrow, false);
    const [left, top] = none.paddingTopLeft ?? none.padding;
    const [right, bottom] = none.paddingBottomRight ?? none.padding;
    assert.ok(some.paddingTopLeft[0] > left && some.paddingTopLeft[1] > top);
    assert.ok(some.paddingBottomRight[0] > right && some.paddingBottomRight[1] > bottom);
  }
});
