import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const { address } = loaded("address.js");
const { days, areas, narrators, usual, cases } = JSON.parse(
  readFileSync(new URL("../address_cases.json", import.meta.url), "utf8"),
);
const data = {
  days: days.map((iso) => ({ iso })),
  areas: areas.map((id) => ({ id })),
  languages: ["en", "fa"],
  told: Object.fromEntries(narrators.map((narrator) => [narrator, []])),
  usual: { ...usual, day: days.indexOf(usual.date) },
};

for (const one of cases)
  test(`an address is read as the page reads it: ${one.name}`, () => {
    const { choices, ignored } = address.read(`#${one.query}`, data);
    const { area, narrator, known } = choices;
    const compare = choices.compare && `${choices.compare.kind}:${choices.compare.value}`;
    assert.deepEqual(
      { date: days[choices.day], area, narrator, known, compare, lang: choices.lang },
      { ...usual, ...one.choices },
    );
    assert.deepEqual(
      Array.from(ignored, ({ name }) => name),
      one.notices ?? [],
    );
  });

test("what is written reads back the same", () => {
  const compare = { kind: "narrator", value: "taliban" };
  const chosen = { day: 4, area: "rokha", narrator: "nrf", known: "2021-09-04", compare, lang: "fa" };
  const { choices, ignored } = address.read(address.write(chosen, data), data);
  const { day, area, narrator, known, lang, compare: other } = choices;
  assert.deepEqual({ day, area, narrator, known, lang, compare: { ...other } }, chosen);
  assert.equal(ignored.length, 0);
});

test("a long piece of nonsense is cut in its notice", () => {
  const { ignored } = address.read(`#area=${"x".repeat(10000)}`, data);
  assert.ok(ignored[0].value.length <= 40);
});

test("a notice shows three of the values that contradict each other", () => {
  const { ignored } = address.read("#area=a&area=b&area=c&area=d", data);
  assert.equal(ignored[0].value, "a, b, c");
});

test("a value is cut between characters, as Python cuts it, never inside one", () => {
  const { ignored } = address.read(`#area=${"x".repeat(39)}${encodeURIComponent("😀😀")}`, data);
  assert.equal(ignored[0].value, `${"x".repeat(39)}😀`);
});

test("an area or a day of knowledge that is not chosen is not in the address", () => {
  const hash = address.write({ day: 4, area: null, narrator: "everyone", known: null, lang: "en" }, data);
  assert.equal(hash, "#date=2021-08-29&narrator=everyone");
});
