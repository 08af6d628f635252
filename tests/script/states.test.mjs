import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("core.js", "words.js", "states.js");
const silent = { status: "unreported", fills: [], word: "no statement" };
const nrf = { status: "reported", fills: ["#0072b2"], word: "NRF", told: "reported", of: ["nrf"] };
const disputed = { status: "disputed", fills: ["#e69f00", "#0072b2"], word: "disputed" };

/** Two areas over ten days: the first NRF from the 2nd day, disputed from the 5th; the second silent. */
const states = () =>
  new gp.States({
    key: "k",
    first: "2021-08-30",
    days: 10,
    looks: [silent, nrf, disputed],
    changes: [[1, 1, 4, 2], []],
    newest: [[1, 3], []],
  });

test("an area shows silence before its first change, and each look from its own day on", () => {
  const found = states();
  const words = [0, 1, 3, 4, 9].map((day) => found.at(0, day).look.word);
  assert.deepEqual(words, ["no statement", "NRF", "NRF", "disputed", "disputed"]);
});

test("days may be asked for in any order", () => {
  const found = states();
  const order = [9, 0, 4, 3, 1, 0, 9, 5];
  const words = order.map((day) => found.lookIndex(0, day));
  assert.deepEqual(words, [2, 0, 2, 1, 1, 0, 2, 2]);
});

test("an area that nobody speaks of is silent on every day, whatever its neighbours do", () => {
  const found = states();
  for (const day of [0, 4, 9]) assert.equal(found.at(1, day).look.word, "no statement");
  assert.equal(found.at(1, 9).age, null);
});

test("the age counts from the newest vote, not from the change", () => {
  const found = states();
  assert.equal(found.at(0, 1).age, 0);
  assert.equal(found.at(0, 3).age, 2);
  assert.equal(found.at(0, 4).age, 1);
  assert.equal(found.at(0, 0).age, null);
});

test("a day before the first or after the last is the first or the last; no day at all is the first", () => {
  const found = states();
  assert.equal(found.index("2021-08-29"), 0);
  assert.equal(found.index("2021-08-30"), 0);
  assert.equal(found.index("2021-09-08"), 9);
  assert.equal(found.index("2021-09-09"), 9);
  assert.equal(found.index("soon"), 0);
  assert.equal(found.iso(6), "2021-09-05");
  assert.equal(found.lastDay, 9);
});

test("an area that nobody speaks of may be the first of the table", () => {
  const found = new gp.States({
    key: "k",
    first: "2021-08-30",
    days: 3,
    looks: [silent, nrf],
    changes: [[], [1, 1]],
  });
  assert.deepEqual([found.lookIndex(0, 2), found.lookIndex(1, 0), found.lookIndex(1, 2)], [0, 0, 1]);
});

test("silence after a statement has no age", () => {
  const found = new gp.States({
    key: "k",
    first: "2021-08-30",
    days: 9,
    looks: [silent, nrf],
    changes: [[1, 1, 4, 0]],
  });
  assert.equal(found.at(0, 3).age, 2);
  assert.equal(found.at(0, 8).look.word, "no statement");
  assert.equal(found.at(0, 8).age, null);
});

test("two looks with the same status and holders have one signature, whatever their strength", () => {
  const [first, second] = states().looks;
  const pale = new gp.States({
    key: "p",
    first: "2021-08-30",
    days: 1,
    looks: [{ ...nrf, strength: "stale" }],
    changes: [[]],
  });
  assert.equal(pale.looks[0].signature, second.signature);
  assert.notEqual(first.signature, second.signature);
});

test("the same status with another holder is another signature", () => {
  const other = { ...nrf, fills: ["#e69f00"], of: ["taliban"] };
  const found = new gp.States({ key: "p", first: "2021-08-30", days: 1, looks: [nrf, other], changes: [[]] });
  assert.notEqual(found.looks[0].signature, found.looks[1].signature);
});

test("of a window of days the nearest known day stands for one outside it", () => {
  const json = { key: "k", first: "2021-08-30", days: 10, looks: [silent, nrf], changes: [[4, 1]] };
  const window = new gp.States({ ...json, from: 3, to: 6 });
  const asked = ["2021-08-30", "2021-09-02", "2021-09-03", "2021-09-05", "2021-09-06"];
  assert.deepEqual(
    asked.map((iso) => window.index(iso)),
    [3, 3, 4, 6, 6],
  );
  assert.equal(window.span, 4);
  assert.deepEqual([states().from, states().to, states().span], [0, 9, 10], "all days are known unless it says so");
});
