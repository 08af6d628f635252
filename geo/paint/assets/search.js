/* The one search box of the page and of the one-file map: a combobox over a list of what is found (`finding.js`). */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const HOME = "geo-search";
  const ROOMY = "(min-width: 1100px)"; // where the whole hint has room (panel.css)
  const MOST = { places: 6, speakers: 6, outlets: 4, theirs: 20, others: 20, said: 20 };
  const ALL = 1000;
  const KINDS = /** @type {const} */ (["places", "speakers", "outlets", "theirs", "others", "said"]);

  gp.Search = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the place of the box
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      this.words = frame.words;
      /** @type {Finding | null} */
      this.finding = null;
      /** @type {string | Searched | undefined} */
      this.source = undefined;
      /** @type {{kind: "speakers" | "outlets", number: number} | null} */
      this.by = null;
      this.most = 0;
      /** @type {{node: HTMLElement, take: () => void}[]} */
      this.options = [];
      this.at = -1;
      const tells = {
        "aria-label": this.words.say("search"),
        autocomplete: "off",
        spellcheck: "false",
      };
      const box = {
        role: "combobox",
        "aria-expanded": "false",
        "aria-controls": "geo-found",
        "aria-autocomplete": "list",
      };
      this.input = h("input", { type: "text", id: "geo-find", ...tells, ...box });
      this.slash = h("kbd", { class: "slash", text: "/", "aria-hidden": "true" });
      this.chip = h("button", { type: "button", class: "by", hidden: true });
      this.list = h("div", { role: "listbox", id: "geo-found", "aria-label": this.words.say("search"), hidden: true });
      this.status = h("p", { class: "found", role: "status" });
      const popup = h("div", { class: "popup" }, this.status, this.list);
      this.root = h("div", { class: "geo-text geo-search", role: "search" }, this.chip, this.input, this.slash, popup);
      this.listen();
      this.look();
    }

    listen() {
      const ears = new AbortController();
      const { signal } = ears;
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("focus", () => void this.load());
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.chip.addEventListener("click", () => this.narrow(null));
      this.root.addEventListener("focusout", ({ relatedTarget }) => {
        if (!this.root.contains(/** @type {Node | null} */ (relatedTarget))) this.shut();
      });
      const roomy = /** @type {Window} */ (this.page.defaultView).matchMedia(ROOMY);
      const hint = () => (this.input.placeholder = this.words.say(roomy.matches ? "search_hint" : "search"));
      roomy.addEventListener("change", hint, { signal });
      hint();
      for (const one of new Set([this.page, document]))
        one.addEventListener("keydown", (event) => this.called(event), { signal });
      const seen = new MutationObserver(() => this.look());
      seen.observe(this.page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => {
        seen.disconnect();
        ears.abort();
        this.root.remove();
      });
    }

    /** The page may put the place of the box anew. */
    look() {
      const home = this.page.getElementById(HOME);
      if (home && this.root.parentElement !== home) home.replaceChildren(this.root);
    }

    /** "/" leads to the box, unless somebody is typing. @param {KeyboardEvent} event */
    called(event) {
      if (event.key !== "/" || gp.typing(event) || !this.root.isConnected) return;
      event.preventDefault();
      this.page.defaultView?.focus();
      const folded = /** @type {HTMLDetailsElement | null} */ (this.page.querySelector("details.geo-choose"));
      if (folded && !this.input.getClientRects().length) folded.open = true;
      this.input.focus();
      this.input.select();
    }

    /** Fetches and folds what is searched, once for each content of the folder. */
    async load() {
      const source = this.frame.config.search ?? this.page.getElementById(HOME)?.dataset.source;
      if (!source || source === this.source) return;
      this.source = source;
      const searched = await gp.load(source);
      if (source === this.source) this.finding = new gp.Finding(searched);
      if (this.input.value) this.show();
    }

    typed() {
      this.most = 0;
      this.show();
    }

    /** Shows all statements of a speaker or an outlet; null: of everybody. @param {{kind: "speakers" | "outlets", number: number} | null} by */
    narrow(by) {
      this.by = by;
      this.input.value = "";
      const name = by && this.finding ? this.finding.searched[by.kind][by.number][0] : "";
      this.chip.hidden = !by;
      this.chip.textContent = `${name} ✕`;
      this.chip.setAttribute("aria-label", this.words.say("search_by_end", { name }));
      this.input.focus();
      this.most = by ? ALL : 0;
      this.show();
    }

    show() {
      if (!this.finding) return;
      const found = this.finding.find(this.input.value, this.by);
      this.options = [];
      this.at = -1;
      this.list.replaceChildren(...KINDS.map((kind) => this.group(kind, found[kind])).filter((one) => one !== null));
      this.list.hidden = !this.options.length;
      const open = Boolean(this.by || gp.fold(this.input.value));
      this.root.classList.toggle("open", open);
      this.input.setAttribute("aria-expanded", String(open && this.options.length > 0));
      this.input.removeAttribute("aria-activedescendant");
      this.status.textContent = open ? this.count(found) : "";
    }

    /** @param {Record<typeof KINDS[number], number[]>} found */
    count(found) {
      const said = KINDS.filter((kind) => found[kind].length).map((kind) => this.heading(kind, found[kind].length));
      return said.length ? said.join(" · ") : this.words.say("search_none");
    }

    /** @param {string} kind @param {number} count */
    heading(kind, count) {
      return this.words.say(`search_${kind}`, { count });
    }

    /**
     * @param {typeof KINDS[number]} kind
     * @param {number[]} numbers
     */
    group(kind, numbers) {
      if (!numbers.length) return null;
      const statements = ["theirs", "others", "said"].includes(kind);
      const most = statements && this.most ? this.most : MOST[kind];
      const name = `geo-found-${kind}`;
      const head = h("p", {
        id: name,
        role: "presentation",
        text: this.heading(kind, numbers.length),
      });
      const rows = numbers.slice(0, most).map((number) => this.row(kind, number));
      if (statements && !this.most && numbers.length > most) rows.push(this.all(Math.min(numbers.length, ALL)));
      return h("div", { role: "group", "aria-labelledby": name }, head, ...rows);
    }

    /**
     * @param {() => void} take
     * @param {Child[]} children
     */
    option(take, ...children) {
      const node = h(
        "div",
        { role: "option", id: `geo-found-${this.options.length}`, "aria-selected": "false" },
        ...children,
      );
      node.addEventListener("pointerdown", (event) => event.preventDefault());
      node.addEventListener("click", take);
      this.options.push({ node, take });
      return node;
    }

    /** @param {typeof KINDS[number]} kind @param {number} number */
    row(kind, number) {
      if (kind === "places") return this.places(number);
      return kind === "speakers" || kind === "outlets" ? this.voice(kind, number) : this.said(number);
    }

    /** @param {number} count */
    all(count) {
      const take = () => {
        this.most = ALL;
        this.show();
      };
      return this.option(take, h("b", { text: this.words.say("search_all", { count }) }));
    }

    /** @param {number} number */
    places(number) {
      const [name, , area, within] = /** @type {Finding} */ (this.finding).searched.places[number];
      const { current, day } = this.frame;
      const i = this.frame.indexOf.get(area);
      const status = current && i !== undefined ? gp.sentence(this.words, current.at(i, day)) : "";
      const told = [within !== name && !name.includes(`(${within})`) ? within : "", status].filter(Boolean).join(" · ");
      return this.option(() => this.open(area, null, ""), h("b", { text: name }), h("span", { text: told }));
    }

    /** @param {"speakers" | "outlets"} kind @param {number} number */
    voice(kind, number) {
      const { searched } = /** @type {Finding} */ (this.finding);
      const column = kind === "outlets" ? 2 : 1;
      const count = searched.said.filter((one) => one[column] === number).length;
      const name = h("b", { text: searched[kind][number][0] });
      return this.option(() => this.narrow({ kind, number }), name, h("span", { text: this.heading("said", count) }));
    }

    /** @param {number} number */
    said(number) {
      const finding = /** @type {Finding} */ (this.finding);
      const { texts, speakers, outlets, abouts, places, groups, said } = finding.searched;
      const [text, speaker, outlet, about, cell, ways] = said[number];
      const named = ways.map(([place, , , group]) => (group === undefined ? places[place][0] : groups[group]));
      const [place, day, report] = finding.way(number, this.input.value);
      const quote = cell ? texts[text][0] : `“${texts[text][0]}”`;
      const told = [speakers[speaker][0], outlets[outlet][0], abouts[about], ...new Set(named)].join(" · ");
      const take = () => this.open(places[place][2], day || null, report);
      return this.option(take, h("q", { dir: "auto", text: quote }), h("span", { text: told }));
    }

    /**
     * Shows a place, or a statement where everyone's are told.
     * @param {string} area
     * @param {string | null} day
     * @param {string} report
     */
    open(area, day, report) {
      this.shut();
      this.frame.choose(area, day, Boolean(report));
      gp.whenThere(this.page, report ? `q-${report}` : `geo-name-${area}`, true);
    }

    shut() {
      this.root.classList.remove("open");
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
      this.at = -1;
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      const open = this.root.classList.contains("open");
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (open) this.move(event.key === "ArrowDown" ? 1 : -1);
        else this.show();
      } else if (event.key === "Enter") this.options[Math.max(this.at, 0)]?.take();
      else if (event.key === "Backspace" && this.by && !this.input.value) this.narrow(null);
      else if (event.key === "Escape") this.escaped(open);
    }

    /** Once shuts the list, twice empties the box. @param {boolean} open */
    escaped(open) {
      this.shut();
      if (!open) this.narrow(null);
      if (!open) this.shut();
    }

    /** @param {number} by */
    move(by) {
      const count = this.options.length;
      if (!count) return;
      this.options[this.at]?.node.setAttribute("aria-selected", "false");
      this.at = this.at < 0 && by < 0 ? count - 1 : (this.at + by + count) % count;
      const { node } = this.options[this.at];
      node.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", node.id);
      node.scrollIntoView({ block: "nearest" });
    }
  };
})();
