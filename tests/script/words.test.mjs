import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded, spoken } from "./loading.mjs";

const gp = loaded("core.js", "words.js");
const english = new gp.Words(spoken("en"));
const dari = new gp.Words(spoken("fa"));

test("a day is said as Python says it, in each of its forms", () => {
  assert.equal(english.day("2021-09-05"), "5 September 2021");
  assert.equal(english.day("2021-09-05", "short"), "5 September");
  assert.equal(english.day("2021-01-31", "month"), "Jan");
  assert.equal(english.day("2021-12-09", "number"), "9");
});

test("in Dari a day has Dari's digits, and the Solar Hijri day beside it in its long form only", () => {
  assert.equal(dari.day("2021-09-05"), "۵ سپتمبر ۲۰۲۱ (۱۴ سنبله ۱۴۰۰)");
  assert.equal(dari.day("2021-09-05", "short"), "۵ سپتمبر");
  assert.equal(dari.day("2021-03-21"), "۲۱ مارچ ۲۰۲۱ (۱ حمل ۱۴۰۰)");
});

test("the number decides between one and many", () => {
  assert.equal(english.age(0), "0 days old");
  assert.equal(english.age(1), "1 day old");
  assert.equal(english.age(2), "2 days old");
  assert.equal(dari.age(12), "۱۲ روز");
});

test("a value that is missing leaves its place as it is, and an unknown key is said itself", () => {
  assert.equal(english.say("plain"), "only {name}");
  assert.equal(english.say("plain", { name: "Rokha" }), "only Rokha");
  assert.equal(english.say("no such key"), "no such key");
});

test("a thing has its name in the language, else its plain one", () => {
  const rokha = { name: "Rokha", names: { fa: "رخه" } };
  assert.equal(dari.name(rokha), "رخه");
  assert.equal(english.name(rokha), "Rokha");
  assert.equal(dari.name({ name: "Dara" }), "Dara");
});

test("the age of a colour is said from its first day on, and not on the day itself or without a vote", () => {
  const look = { sentence: "NRF, reported" };
  assert.equal(gp.sentence(english, { look, age: null }), "NRF, reported");
  assert.equal(gp.sentence(english, { look, age: 0 }), "NRF, reported");
  assert.equal(gp.sentence(english, { look, age: 1 }), "NRF, reported, 1 day old");
});

test("a name on the map has the age of its colour from its first day on", () => {
  const aged = new gp.Words({ language: "en", words: { label: "{word} · {age}", short_age: "{count} d" } });
  const look = { word: "NRF", sentence: "NRF, reported" };
  const labels = [null, 0, 1, 5].map((age) => gp.label(aged, { look, age }));
  assert.deepEqual(labels, ["NRF", "NRF", "NRF · 1 d", "NRF · 5 d"]);
});

test("a count stands in groups of three digits, as Python writes it; a year does not", () => {
  assert.equal(english.say("age", { count: 12345 }), "12,345 days old");
  assert.equal(dari.say("age", { count: 12345 }), "۱۲٬۳۴۵ روز");
  assert.equal(english.number(2021), "2021");
});
