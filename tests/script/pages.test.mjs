import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./loading.mjs";

const gp = loaded("core.js", "words.js", "states.js", "pages.js", "file_pages.js");
const OPENS = "\ue000";
const CLOSES = "\ue001";
const silent = { status: "unreported", fills: [] };
const held = { status: "reported", fills: ["#0072b2"] };

/** Ten days; the first area is held from the 3rd day, renewed from the 6th to the 7th; the second from the 5th; the third never. */
const states = {
  key: "k",
  first: "2021-09-01",
  days: 10,
  looks: [silent, held],
  changes: [[2, 1, 5, 1], [4, 1], []],
  newest: [[2, 6], [4], []],
};
const data = {
  days: Array.from({ length: 10 }, (_, day) => ({ plain: `${day + 1} September` })),
  areas: [{ id: "a" }, { id: "b" }, { id: "c" }],
  config: { states: { k: states } },
  lines: [
    "<p>",
    `<i class="mark">${OPENS}0 0${CLOSES}</i>`,
    "</p>",
    `<b>${OPENS}1 ${CLOSES}</b>`,
    `since ${OPENS}${CLOSES}`,
    "silence",
  ],
  pages: [[0, 1, 2], [~0, 3], [4], [5]],
  spans: [[0, 3, 2, 0, 6, 1]],
};
const entries = { 0: { one: "{count} day old & so", other: "{count} days old" }, 1: "newest: {count}" };
const account = { key: "k" };
const pages = (language = "en", digits = "0123456789") =>
  new gp.FilePages(data, new gp.Words({ language, words: entries, calendar: { digits } }));

test("a span gives the page that holds on a day: the eve, the day, the day after", () => {
  const found = pages();
  const shown = [0, 1, 2, 5, 6, 9].map((day) => found.at(0, day));
  assert.deepEqual(shown, [3, 3, 0, 0, 1, 1]);
});

test("a page is put together from its lines and from other pages", () => {
  assert.equal(pages().lines(1).length, 4);
});

test("an age is filled in by the day, in the plural form and the digits of the language, escaped", () => {
  const html = (day, ...spoken) => pages(...spoken).html(0, account, day);
  assert.equal(html(3), '<p>\n<i class="mark">1 day old &amp; so</i>\n</p>');
  assert.equal(html(4), '<p>\n<i class="mark">2 days old</i>\n</p>');
  assert.equal(html(4, "fa", "۰۱۲۳۴۵۶۷۸۹"), '<p>\n<i class="mark">۲ days old</i>\n</p>');
});

test("on the day of a vote there is no age, and no element for it, nor while a table says so anew", () => {
  for (const day of [5, 6]) assert.equal(pages().html(0, account, day), "<p>\n\n</p>");
  assert.match(pages().html(0, account, 7), /1 day old/);
});

test("the newest word of all areas is that of the youngest, silent ones aside", () => {
  assert.match(pages().html(1, account, 4), /newest: 0/);
  assert.match(pages().html(1, account, 9), /newest: 3/);
});

test("the day before the shown one is said in words", () => {
  assert.equal(pages().html(2, account, 3), "since 3 September");
});
