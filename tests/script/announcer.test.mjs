import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded, spoken } from "./loading.mjs";

const gp = loaded("core.js", "words.js", "states.js", "announcer.js");
const english = spoken("en");
const words = new gp.Words({
  ...english,
  words: {
    ...english.words,
    cell: "{area}, {day}: {status}",
    heard: "{said}. {changed}",
    changed: { one: "{count} area changed: {names}.", other: "{count} areas changed: {names}." },
    changed_and_more: "{count} areas changed: {names} and {more} more.",
    changed_nothing: "No area changed.",
  },
});
const looks = ["no statement", "NRF, reported", "Taliban, reported"].map((sentence) => ({
  sentence,
  fills: [sentence],
}));

/** A frame of so many areas: all silent on the first day, NRF on the second, the first one Taliban on the fourth. */
const frame = (count) => {
  const areas = Array.from({ length: count }, (_, i) => ({ id: `a${i}`, name: `A${i}` }));
  const changes = areas.map((_, i) => (i ? [1, 1] : [1, 1, 3, 2]));
  const states = new gp.States({ key: "k", first: "2021-09-01", days: 5, looks, changes });
  const heard = [];
  const indexOf = new Map(areas.map(({ id }, i) => [id, i]));
  return {
    states,
    heard,
    day: 0,
    area: null,
    geometry: { areas },
    indexOf,
    words,
    announce: (said) => heard.push(said),
  };
};

/** What is heard of the days in turn. */
const steps = (made, ...days) => {
  const announcer = new gp.Announcer(made);
  for (const day of days) {
    made.day = day;
    announcer.say(made.states);
  }
  return made.heard;
};

test("the first map of all is not announced, a step names what changed", () => {
  assert.deepEqual(steps(frame(2), 0), []);
  assert.deepEqual(steps(frame(2), 0, 1), ["2 September 2021. 2 areas changed: A0, A1."]);
  assert.deepEqual(steps(frame(2), 1, 3), ["4 September 2021. 1 area changed: A0."]);
});

test("a step on which nothing but the age changes says so", () => {
  assert.deepEqual(steps(frame(2), 1, 2), ["3 September 2021. No area changed."]);
});

test("of many areas the first eight are named and the others counted", () => {
  const [said] = steps(frame(11), 0, 1);
  assert.equal(said, "2 September 2021. 11 areas changed: A0, A1, A2, A3, A4, A5, A6, A7 and 3 more.");
});

test("a chosen area is heard with how it stands; the same map again is not heard twice", () => {
  const made = frame(2);
  const announcer = new gp.Announcer(made);
  made.day = 1;
  announcer.say(made.states);
  made.area = "a0";
  announcer.say(made.states);
  announcer.say(made.states);
  made.day = 3;
  announcer.say(made.states);
  assert.deepEqual(made.heard, [
    "A0, 2 September 2021: NRF, reported",
    "A0, 4 September 2021: Taliban, reported. 1 area changed: A0.",
  ]);
});
