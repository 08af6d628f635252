import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded, spoken } from "./loading.mjs";

const gp = loaded("core.js", "words.js", "states.js", "time_labels.js");
const words = new gp.Words(spoken("en"));
const named = (first, days, width) =>
  [...gp.timeLabels(new gp.States({ key: "k", first, days, looks: [], changes: [] }), words, width / days)].map(
    ({ day, text, above }) => [day, text, above],
  );

test("with room every day is named, and its month where one begins", () => {
  assert.deepEqual(named("2021-08-30", 4, 400), [
    [0, "30", "Aug"],
    [1, "31", ""],
    [2, "1", "Sep"],
    [3, "2", ""],
  ]);
});

test("with less room every other day, then every seventh is named", () => {
  assert.deepEqual(
    named("2021-08-25", 13, 13 * 13).map(([day]) => day),
    [0, 2, 4, 6, 8, 10, 12],
  );
  assert.deepEqual(
    named("2021-08-25", 60, 300).map(([day]) => day),
    [0, 7, 14, 21, 28, 35, 42, 49, 56],
  );
});

for (const width of [364, 829])
  test(`two years in ${width} pixels name months that do not meet, each year once`, () => {
    const found = named("2021-01-15", 730, width);
    assert.ok(found.length >= 4);
    for (const [i, [day]] of found.entries()) if (i) assert.ok(((day - found[i - 1][0]) * width) / 730 >= 45);
    assert.deepEqual(found.map(([, , above]) => above).filter(Boolean), ["2021", "2022", "2023"]);
  });
