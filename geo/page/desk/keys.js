/* What each key does. Keys typed into a field, or on a button that has the focus, are left to them. */
"use strict";
(() => {
  const gd = window.geoDesk;
  const TYPED = "input, textarea, select, [contenteditable], [role=combobox], [role=slider]";
  const PRESSED = "button, a[href], summary, [role=button], [role=radio], [role=tab]";

  /** @type {Record<string, string>} */
  const ACTS = { x: "refuse", u: "undo", l: "learn", b: "apart" };
  /** @type {Record<string, number>} */
  const MOVES = { j: 1, ArrowDown: 1, ArrowRight: 1, k: -1, ArrowUp: -1, ArrowLeft: -1 };

  /** @param {DeskView} desk @param {number} by @param {string} key */
  const move = (desk, by, key) => {
    const { items, current } = desk.told;
    const next = items[items.findIndex((one) => one.id === current) + by];
    if (next) desk.send({ act: "go", key, item: next.id });
  };

  /** @param {DeskView} desk @param {string} key */
  const words = (desk, key) => {
    const span = gd.selection(desk.article.node);
    if (key === "n") desk.send({ act: "new", key, ...span });
    else if (span) desk.send({ act: "quote", key, ...span });
    else desk.card.open("quote", key);
  };

  /** @param {DeskView} desk */
  const accept = (desk) => {
    const { card, current } = desk.told;
    if (card && (card.whole || card.decision)) desk.send({ act: "accept", key: "Enter", item: current });
  };

  /**
   * @param {DeskView} desk
   * @param {string} key
   * @returns {(() => void) | null}
   */
  const meant = (desk, key) => {
    const by = MOVES[key];
    const act = ACTS[key];
    const field = desk.told.card?.fields.find((one) => one.key === key);
    if (key === "?") return () => desk.help.toggle();
    if (key === "Enter") return () => accept(desk);
    if (by) return () => move(desk, desk.told.dir === "rtl" && /Left|Right/.test(key) ? -by : by, key);
    if (key === "n" || key === "q") return () => words(desk, key);
    if (act) return () => desk.send({ act, key, item: desk.told.current });
    return field ? () => desk.card.open(field.name, key) : null;
  };

  /** Whether a key belongs to what has the focus: a field, a button, the article that it scrolls. */
  const isTheirs = (/** @type {Element} */ target, /** @type {string} */ key) => {
    if (target.closest(TYPED)) return true;
    if (key === "Enter") return Boolean(target.closest(PRESSED));
    return key.startsWith("Arrow") && Boolean(target.closest(`${PRESSED}, .desk-article`));
  };

  /** Whether a key is pressed by itself, and once. */
  const isPlain = (/** @type {KeyboardEvent} */ event) =>
    !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented);

  /** @param {DeskView} desk @param {KeyboardEvent} event */
  const isOurs = (desk, event) => {
    const { key } = event;
    if (!isPlain(event) || desk.help.open || desk.chooser || (key === "Enter" && event.repeat)) return false;
    if (isTheirs(/** @type {Element} */ (event.target), key)) return false;
    return desk.help.letters || key.length > 1 || key === "?";
  };

  gd.onKey = (desk, event) => {
    const act = isOurs(desk, event) ? meant(desk, event.key) : null;
    if (!act) return;
    event.preventDefault();
    act();
  };
})();
