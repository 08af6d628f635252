/* While map and thumb are ahead of the server: the sentence of the day, what changed and where, from what the browser holds. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const SINCE = "\ue000\ue001";
  /** @type {("lead" | "turned" | "changes")[]} */
  const PARTS = ["lead", "turned", "changes"];

  gp.Ahead = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      /** The address of the words held; "" = none. */
      this.source = "";
      /** @type {{states: string, told: WordsAhead, pages: Pages} | null} */
      this.held = null;
      this.ahead = false;
      const seen = new MutationObserver(() => {
        this.look();
        if (this.ahead) this.put();
      });
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => seen.disconnect());
      this.look();
    }

    /** The server may name other words with every answer; they are fetched once. */
    look() {
      const { states = "", source = "" } = this.page.getElementById("geo-ahead")?.dataset ?? {};
      if (source === this.source) return;
      this.source = source;
      this.held = null;
      if (source) this.take(states, source).catch(() => (this.source = "")); // the server's words come all the same
    }

    /**
     * @param {string} states
     * @param {string} source
     */
    async take(states, source) {
      const told = await gp.load(/** @type {string | WordsAhead} */ (source));
      if (source !== this.source) return;
      this.held = { states, told, pages: new gp.Pages(told) };
      if (this.ahead) this.put();
    }

    /** @param {boolean} ahead whether the day painted is not the server's */
    say(ahead) {
      this.ahead = ahead;
      this.put();
    }

    /** The words that may be said: those of the view that the server showed last, while another day is painted. */
    get sayable() {
      const { current, message } = this.frame;
      return this.ahead && current && this.held?.states === message?.states ? this.held : null;
    }

    /** They stand beside the server's words and hide them; the server's answer takes them away. */
    put() {
      const held = this.sayable;
      const mark = held ? `${this.source} ${this.frame.day}` : "";
      for (const part of PARTS) {
        const box = this.page.getElementById(`geo-said-${part}`);
        const own = /** @type {HTMLElement | null} */ (box?.querySelector(":scope > .geo-ahead"));
        if (!box || (own?.dataset.of ?? "") === mark) continue;
        own?.remove();
        if (held) box.append(this.made(part, held, mark));
      }
    }

    /**
     * @param {"lead" | "turned" | "changes"} part
     * @param {{told: WordsAhead, pages: Pages}} held
     * @param {string} mark
     */
    made(part, { told, pages }, mark) {
      const { day, words } = this.frame;
      const states = /** @type {States} */ (this.frame.current);
      const said = (/** @type {number} */ one) => words.day(states.iso(one), "short");
      const box = gp.h("div", { class: "geo-ahead", "data-of": mark });
      box.innerHTML = pages
        .plain(pages.at(told[part], day))
        .replace("{day}", said(day))
        .replace("{known}", told.known)
        .replaceAll(SINCE, said(Math.max(day - 1, 0)));
      for (const one of box.querySelectorAll("[data-part]")) one.removeAttribute("data-part");
      for (const one of box.querySelectorAll("a[data-area]")) one.setAttribute("href", this.address(one));
      return box;
    }

    /** The address that the server gives a link to an area. @param {Element} link */
    address(link) {
      const { search } = this.page.location;
      const choices = new URLSearchParams(search);
      choices.set("date", /** @type {States} */ (this.frame.current).iso(this.frame.day));
      choices.set("area", link.getAttribute("data-area") ?? "");
      const [report] = (link.getAttribute("data-reports") ?? "").split(" ");
      return `?${choices}${report && `#q-${report}`}`;
    }
  };
})();
