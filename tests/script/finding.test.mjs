import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("finding.js");
const SEARCHED = {
  places: [
    ["Old Rokha", "Rukha", "old", "Panjshir"],
    ["Rokha", "رخه\nRukhah", "rokha", "Panjshir"],
    ["Anaba", "Onaba", "anaba", "Panjshir"],
  ],
  speakers: [
    ["Fahim Dashti, NRF", "فهيم دشتي"],
    ["a spokesman", ""],
  ],
  outlets: [["Thé Paper", ""]],
  groups: ["Panjshir"],
  texts: [
    ["we hold the valley", ""],
    ["they fled to Anaba", "از دره گریختند"],
  ],
  abouts: ["about 5 Sep"],
  said: [
    [0, 0, 0, 0, 0, [[1, "2021-09-05", "r1", 0]]],
    [
      1,
      1,
      0,
      0,
      0,
      [
        [1, "2021-09-05", "r2"],
        [2, "", "r3"],
      ],
    ],
  ],
};
const finding = new gp.Finding(SEARCHED);
/** Plain lists, of this world. */
const found = (typed, by = null) => JSON.parse(JSON.stringify(finding.find(typed, by)));

test("a speaker is found in any spelling, and so are that speaker's statements, apart from others", () => {
  for (const typed of ["dashti", "DASHTÍ fahim", "فهیم دشتی"])
    assert.deepEqual(found(typed), { places: [], speakers: [0], outlets: [], theirs: [0], others: [], said: [] });
  const named = {
    ...SEARCHED,
    texts: [
      ["we hold", ""],
      ["Dashti fled", ""],
    ],
  };
  const { theirs, others, said } = new gp.Finding(named).find("dashti", null);
  assert.deepEqual([[...theirs], [...others], [...said]], [[0], [1], []]);
});

test("a place whose name begins with the words comes before one that has them further on", () => {
  assert.deepEqual(found("rokha").places, [1, 0]);
  assert.deepEqual(found("رخە").places, [1]);
  assert.deepEqual(found("onaba").places, [2]);
});

test("every word must be there: in the quote, its translation, speaker, outlet or places", () => {
  assert.deepEqual(found("valley paper").said, [0]);
  assert.deepEqual(found("گريختند").said, [1]);
  assert.deepEqual(found("valley fled").said, []);
  assert.deepEqual(found("panjshir").said, [0]);
});

test("nothing typed finds nothing, but for all statements of a speaker or an outlet", () => {
  assert.deepEqual(found(" ! "), { places: [], speakers: [], outlets: [], theirs: [], others: [], said: [] });
  assert.deepEqual(found("", { kind: "speakers", number: 1 }).said, [1]);
  assert.deepEqual(found("", { kind: "outlets", number: 0 }).said, [0, 1]);
  assert.deepEqual(found("fled", { kind: "speakers", number: 0 }).said, []);
});

test("a statement is opened at the place that is looked for, else at its first", () => {
  assert.equal(finding.way(1, "anaba")[2], "r3");
  assert.equal(finding.way(1, "fled")[2], "r2");
});
