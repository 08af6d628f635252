/* The address of the one-file map: what it means, and how it is written. The page reads its own by the same rule (geo/view.py). */
"use strict";
(() => {
  const gp = (window.geoPaint = window.geoPaint || /** @type {GeoPaint} */ ({}));
  const ALL = "all";
  const OFF = "off";
  // what Python strips: white space as Unicode has it, and four separators; String.trim takes others
  // eslint-disable-next-line no-control-regex
  const BLANK = /[\p{White_Space}\x1c-\x1f]/u;

  /**
   * A value without the white space around it.
   * @param {string} text
   */
  const stripped = (text) => {
    let [from, to] = [0, text.length];
    while (from < to && BLANK.test(text[from])) from += 1;
    while (to > from && BLANK.test(text[to - 1])) to -= 1;
    return text.slice(from, to);
  };

  /**
   * Readers of the parameters: the choice that a value stands for, null where it means nothing.
   * @param {FileData} data
   * @returns {Record<string, (text: string) => Partial<FileChoices> | null>}
   */
  const readers = (data) => {
    const day = (/** @type {string} */ text) => data.days.findIndex(({ iso }) => iso === text);
    const narrator = (/** @type {string} */ text) => Object.hasOwn(data.told, text);
    /** @type {Record<string, (text: string) => boolean>} */
    const others = { narrator, date: (text) => day(text) >= 0, known: (text) => text === ALL || day(text) >= 0 };
    return {
      date: (text) => (day(text) < 0 ? null : { day: day(text) }),
      area: (text) => (data.areas.some(({ id }) => id === text) ? { area: text } : null),
      narrator: (text) => (narrator(text) ? { narrator: text } : null),
      known: (text) => (text === ALL ? { known: null } : day(text) < 0 ? null : { known: text }),
      lang: (text) => (data.languages.includes(text) ? { lang: text } : null),
      compare: (text) => {
        if (text === OFF) return { compare: null };
        const [, kind, value] = text.match(/^(\w+):(.*)$/s) ?? [];
        return kind && Object.hasOwn(others, kind) && others[kind](value) ? { compare: { kind, value } } : null;
      },
    };
  };

  gp.address = {
    /** What a hash stands for, and each parameter that means nothing with its values; empty values are left alone. */
    read(hash, data) {
      const parameters = new URLSearchParams(hash.replace(/^#/, ""));
      const choices = { ...data.usual };
      /** @type {{name: string, value: string}[]} */
      const ignored = [];
      for (const [name, reader] of Object.entries(readers(data))) {
        const values = [...new Set(parameters.getAll(name).map(stripped))].filter(Boolean);
        if (!values.length) continue;
        const choice = values.length === 1 ? reader(values[0]) : null;
        if (choice) Object.assign(choices, choice);
        else
          ignored.push({
            name,
            value: values
              .slice(0, 3)
              .map((value) => [...value].slice(0, 40).join(""))
              .join(", "),
          });
      }
      return { choices, ignored };
    },

    /** The hash that stands for the choices. */
    write(choices, data) {
      const parameters = new URLSearchParams({ date: data.days[choices.day].iso });
      if (choices.area !== null) parameters.set("area", choices.area);
      parameters.set("narrator", choices.narrator);
      if (choices.known !== null) parameters.set("known", choices.known);
      if (choices.compare) parameters.set("compare", `${choices.compare.kind}:${choices.compare.value}`);
      if (choices.lang !== data.usual.lang) parameters.set("lang", choices.lang);
      return `#${parameters}`;
    },
  };
})();
