/** Loads files of the browser script as a browser would, one after the other, in a world of their own. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = {
  "address.js": "geo/export/onefile/",
  "file_pages.js": "geo/export/onefile/",
  "pairs.js": "geo/export/onefile/",
};

/** A canvas whose letters are all six pixels wide. */
const canvas = () => ({ getContext: () => ({ measureText: (text) => ({ width: 6 * text.length }) }) });

/**
 * Returns `window.geoPaint` after the named files have run.
 * @param {string[]} files
 */
export const loaded = (...files) => {
  const document = { createElement: canvas, createElementNS: canvas };
  const world = { document, Intl, URLSearchParams, Map, Set, Math, Date };
  world.window = world;
  const context = vm.createContext(world);
  for (const file of files) {
    const path = `${ROOT}${FOLDERS[file] ?? "geo/paint/assets/"}${file}`;
    vm.runInContext(readFileSync(path, "utf8"), context, { filename: path });
  }
  return world.geoPaint;
};

/** What the script gets of the words of `language`, as far as a test needs them. */
export const spoken = (language) =>
  ({
    en: {
      language: "en",
      words: {
        age: { one: "{count} day old", other: "{count} days old" },
        with_age: "{status}, {age}",
        plain: "only {name}",
      },
      calendar: {
        months: "January February March April May June July August September October November December".split(" "),
        short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
        patterns: { long: "d MMMM y", short: "d MMMM", month: "MMM", number: "d" },
      },
    },
    fa: {
      language: "fa",
      words: { age: "{count} روز" },
      calendar: {
        months: "جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر".split(" "),
        short: "جنو فبر مار اپر می جون جول اگس سپت اکت نوم دسم".split(" "),
        patterns: { long: "d MMMM y", short: "d MMMM", month: "MMM", number: "d" },
        digits: "۰۱۲۳۴۵۶۷۸۹",
        solar: {
          pattern: "{day} ({solar_day} {solar_month} {solar_year})",
          months: "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت".split(" "),
        },
      },
    },
  })[language];
