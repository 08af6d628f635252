/* What each key does. Keys typed into a field, or on a button that has the focus, are left to them. */
"use strict";
(() => {
  const gd = window.geoDesk;
  const TYPED = "input, textarea, select, [contenteditable], [role=combobox], [role=slider]";
  const PRESSED = "button, a[href], summary, [role=button], [role=radio], [role=tab]";

  const DECIDES = ["Enter", "x"];
  const PATIENCE_MS = 60000;

  /** @type {Record<string, string>} */
  const ACTS = { x: "refuse", u: "undo", l: "learn", b: "apart" };
  /** @type {Record<string, number>} */
  const MOVES = { j: 1, ArrowDown: 1, ArrowRight: 1, k: -1, ArrowUp: -1, ArrowLeft: -1 };

  gd.move = (desk, by, key) => {
    const { items, current } = desk.told;
    const next = items[items.findIndex((one) => one.id === current) + by];
    if (next) desk.send({ act: "go", key, item: next.id });
  };

  gd.fromWords = (desk, key) => {
    const span = gd.selection(desk.article.node);
    if (key !== "q") desk.send({ act: "new", key, ...span });
    else if (span) desk.send({ act: "quote", key, ...span });
    else desk.card.open("quote", key);
  };

  /** @param {DeskView} desk */
  const accept = (desk) => {
    const { card, current } = desk.told;
    if (card && (card.whole || card.decision)) desk.send({ act: "accept", key: "Enter", item: current });
    else if (card?.look) desk.notice(desk.say("look.what"));
    else if (card) desk.notice(desk.say("help.not_whole"));
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
    if (by) return () => gd.move(desk, desk.told.dir === "rtl" && /Left|Right/.test(key) ? -by : by, key);
    if (key === "n" || key === "q") return () => gd.fromWords(desk, key);
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

  /** A key of ours is nobody else's. @param {KeyboardEvent} event */
  const taken = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  gd.onKey = (desk, event) => {
    if (!isOurs(desk, event)) return;
    const { key } = event;
    if (desk.busy) {
      if (!desk.waiting.length && !meant(desk, key)) return;
      if (key.length > 1 && !/^(Enter|Escape|Backspace|Arrow)/.test(key)) return;
      taken(event);
      desk.waiting.push({ key, item: desk.told.current, at: performance.now() });
      return;
    }
    const act = meant(desk, key);
    if (!act) return;
    taken(event);
    act();
  };

  /**
   * Do what was typed while the desk was busy, in order. A decision is only made on the card that its key was
   * pressed for: where another one is shown by now, that key and all behind it are let go.
   */
  gd.replay = (desk) => {
    const late = desk.waiting.splice(0);
    if (!late[0] || performance.now() - late[0].at > PATIENCE_MS) return;
    while (late.length && !desk.busy) {
      const { key, item } = /** @type {DeskKey} */ (late.shift());
      if (desk.chooser) desk.chooser.press(key);
      else if (desk.help.open) return;
      else if (DECIDES.includes(key) && item !== desk.told.current)
        return desk.notice(`${desk.told.said} ${desk.say("help.too_early", { key })}`);
      else meant(desk, key)?.();
    }
    desk.waiting.push(...late);
  };
})();
