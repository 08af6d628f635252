/* "Cite this view" of the one-file map: Python's templates with the view's own words in them. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

  /** @type {(template: string, values: Record<string, string>, escape?: (text: string) => string) => string} */
  const inserted = (template, values, escape = (text) => text) =>
    template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? escape(values[name]) : whole));

  gp.Citation = class {
    /**
     * @param {FileData} data
     * @param {Words} words
     */
    constructor(data, words) {
      this.data = data;
      this.words = words;
    }

    /** Says how the view is cited, where the reader looks at it. @param {FileChoices} now */
    say({ day, narrator, area, known }) {
      const { data, words } = this;
      if (!(/** @type {HTMLDetailsElement} */ (byId("cite")).open)) return;
      const today = new Date();
      const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
        .map((n) => String(n).padStart(2, "0"))
        .join("-");
      const address = gp.addressOf(location, { address: data.config.address, watch: false });
      const name = data.areas.find(({ id }) => id === area)?.name ?? "";
      const knownDay = data.days.find((one) => one.iso === known)?.full;
      const plain = {
        day: data.days[day].full,
        narrator: data.narrators[narrator],
        known: words.say(known === null ? "known_all" : "known_on", { day: knownDay }),
        area: name,
      };
      const view = data.cite[name ? "view_of_area" : "view"];
      const language = data.config.language === "en" ? "en-GB" : data.config.language;
      const accessed = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(today);
      const fields = { iso: data.days[day].iso, narratorid: narrator, areaid: area || "" };
      const texEscape = (/** @type {string} */ text) => data.tex[text] ?? text;
      /** @type {(key: string, escape: ((text: string) => string) | undefined, urldate: string) => void} */
      const show = (key, escape, urldate) => {
        const values = { ...fields, view: inserted(view, plain, escape), address, accessed: urldate };
        byId(`cite-${key}`).textContent = inserted(data.cite[key], values);
      };
      show("sentence", undefined, accessed);
      show("bibtex", texEscape, iso);
      show("ris", undefined, iso.replaceAll("-", "/"));
      const quotes = [...byId("panel").querySelectorAll("[data-cite]")].map((one) => one.getAttribute("data-cite"));
      byId("cite-footnotes").textContent = [...new Set(quotes.filter(Boolean))].join("\n") || words.say("no_quotes");
      const quoted = location.href.replaceAll("&", "&amp;").replaceAll('"', "%22");
      byId("cite-embed").textContent = inserted(data.cite.embed, { address: quoted });
    }
  };
})();
