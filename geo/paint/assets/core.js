/* What every file of the script uses: elements, days, JSON fetched once. */
"use strict";
(() => {
  const gp = (window.geoPaint = window.geoPaint || /** @type {GeoPaint} */ ({}));
  const CARD_MS = 4000;
  const NARROW = 640;
  const SVG_NS = "http://www.w3.org/2000/svg";

  /**
   * @template {Element} E
   * @param {E} node
   * @param {Attributes | undefined} attributes
   * @param {Child[]} children
   * @returns {E}
   */
  const build = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "text") node.textContent = String(value);
      else if (name.startsWith("on")) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children) if (child) node.append(child);
    return node;
  };

  /** An HTML element; data text goes through `text` (textContent) or strings among the children. */
  gp.h = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);

  /** The same for SVG. */
  gp.s = (tag, attributes, ...children) => build(document.createElementNS(SVG_NS, tag), attributes, children);

  gp.dayMs = (iso) => Date.parse(`${iso}T00:00:00Z`);
  gp.isoOf = (ms) => new Date(ms).toISOString().slice(0, 10);

  const TYPING = "textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox])";

  /** Whether somebody is writing, or a key is meant for the browser. */
  gp.typing = (event) =>
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    Boolean(/** @type {Partial<Element>} */ (event.target).closest?.(`${TYPING}, dialog`));

  /** Whether words come up as a sheet over the map: there is room for one column only (sheet.css). */
  gp.oneColumn = (page) => Boolean(page.defaultView?.matchMedia("(max-width: 820px)").matches);

  /** Whether Escape is meant for what is shown, and not for a field, a list or a dialog. */
  gp.leaves = (event, page) => {
    const busy = /** @type {Partial<Element>} */ (event.target)?.closest?.(
      "input:not([type=range], [type=radio]), select, textarea, dialog, [role=dialog]",
    );
    const lists = page.querySelectorAll(
      "[data-baseweb=popover], [role=listbox], [role=dialog], dialog[open], :popover-open",
    );
    const open = [...lists].some((one) => one.getClientRects().length);
    return event.key === "Escape" && !event.defaultPrevented && !busy && !open;
  };

  /** Whether a key is that of a letter: it writes it, or stands in its place where the keyboard writes no Latin. */
  gp.key = (event, letter) =>
    event.key.toLowerCase() === letter || (!/^[a-z]$/i.test(event.key) && event.code === `Key${letter.toUpperCase()}`);

  /** Shows a card: opens what it is folded into, scrolls to it, outlines it for a moment. */
  gp.reveal = (card) => {
    for (let box = card.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    card.scrollIntoView({ block: "center" });
    card.classList.add("revealed");
    setTimeout(() => card.classList.remove("revealed"), 2500);
  };

  /**
   * Does something with an element as soon as the page has it: the server may still be writing it.
   * @param {Document} page
   * @param {string} id
   * @param {(there: HTMLElement) => void} then
   */
  const withElement = (page, id, then) => {
    const until = performance.now() + CARD_MS;
    const look = () => {
      const there = page.getElementById(id);
      if (there) then(there);
      else if (performance.now() < until) requestAnimationFrame(look);
    };
    look();
  };

  /** Shows a card as soon as the page has it. */
  gp.whenThere = (page, id, focus = false) =>
    withElement(page, id, (card) => {
      gp.reveal(card);
      if (focus) card.setAttribute("tabindex", "-1");
      if (focus) card.focus({ preventScroll: true });
    });

  /** Brings an area's name and verdict into view; on a narrow screen, where they stand below, a line says them. */
  gp.inSight = (page, area) => {
    if (page.documentElement.clientWidth > NARROW)
      withElement(page, `geo-name-${area}`, (name) => name.scrollIntoView({ block: "nearest" }));
  };

  /** The area, the quote and, where the link has one, the day that a plain click on a link means; null where it is no such click. */
  gp.linkAt = (event) => {
    const link = /** @type {Partial<Element>} */ (event.target).closest?.("a[data-area]");
    const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || other) return null;
    /** @type {HTMLElement | null} */ (link.closest("[popover]"))?.hidePopover();
    const [report] = (link.getAttribute("data-reports") || "").split(" ");
    return { area: link.getAttribute("data-area") || "", report, day: link.getAttribute("data-day") };
  };

  /** @type {Map<string, Promise<any>>} */
  const fetched = new Map();

  /** JSON, fetched once per address; objects pass through (the one-file map carries them inside). */
  gp.load = (source) => {
    if (typeof source !== "string") return Promise.resolve(/** @type {any} */ (source));
    const known = fetched.get(source);
    if (known) return known;
    const asked = fetch(source).then((reply) => {
      if (!reply.ok) throw new Error(`${source}: ${reply.status}`);
      return reply.json();
    });
    asked.catch(() => fetched.delete(source));
    fetched.set(source, asked);
    return asked;
  };
})();
