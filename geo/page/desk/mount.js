/* The desk on the page: its parts, one message at a time to Python, and what Python tells it in return. */
"use strict";
(() => {
  const gd = window.geoDesk;
  const PATIENCE_MS = 15000;

  /** What a desk that was taken away had sent last and when, and the keys that it had not yet acted on. */
  let left = { last: 0, since: 0, waiting: /** @type {DeskKey[]} */ ([]) };

  /**
   * Whether the card may take the focus. A form that has just been sent keeps it until Streamlit takes the form
   * away; keys pressed meanwhile are meant for the card.
   * @param {DeskView} desk
   * @param {boolean} first whether the desk has only now come onto the page
   */
  const isFree = ({ root, chooser, help }, first) => {
    if (chooser || help.open) return false;
    const focused = document.activeElement || document.body;
    const sent = first && !focused.matches("input, textarea");
    return focused === document.body || root.contains(focused) || sent;
  };

  /**
   * @param {HTMLElement} parent
   * @returns {DeskView}
   */
  const open = (parent) => {
    const head = gd.h("header", { class: "desk-head" });
    const said = gd.h("p", { class: "desk-said", role: "status", "aria-live": "polite" });
    const root = gd.h("div", { class: "geo-desk" });
    // Streamlit may take the desk away and put it back, as when a form above it goes: what was pressed meanwhile counts
    let { last, since } = left;
    /** @type {(value: unknown) => void} */
    let send = () => undefined;

    const drawHead = () => {
      const { told } = desk;
      const keys = [
        ["Enter", "accept"],
        ["x", "refuse"],
        ["u", "undo"],
        ["n", "new"],
      ];
      const hint = (/** @type {string[]} */ [key = "", word = ""]) =>
        gd.h("span", null, gd.key(key), ` ${desk.say(`key.${word}`)}`);
      const help = gd.h(
        "button",
        { type: "button", class: "desk-keys", onclick: () => desk.help.toggle() },
        gd.key("?"),
        ` ${desk.say("key.keys")}`,
      );
      head.replaceChildren(
        gd.h("h1", null, told.article.head),
        gd.h(
          "p",
          { class: "desk-counts" },
          gd.h("b", null, told.count),
          ` ${told.counts} · `,
          gd.h("bdi", null, told.coder),
        ),
        gd.h("p", { class: "desk-hints" }, ...keys.map(hint), help),
      );
    };

    /** @type {DeskView} */
    const desk = {
      told: /** @type {DeskTold} */ ({}),
      root,
      chooser: null,
      waiting: left.waiting.splice(0),
      article: /** @type {DeskView["article"]} */ ({}),
      card: /** @type {DeskView["card"]} */ ({}),
      help: /** @type {DeskView["help"]} */ ({}),
      get busy() {
        return last > desk.told.n && performance.now() - since < PATIENCE_MS;
      },
      setSend(sender) {
        send = sender;
      },
      say: (key, values) =>
        (desk.told.words[key] || key).replace(/\{(\w+)\}/g, (_, name) => String(values?.[name] ?? "")),
      notice(text) {
        said.textContent = text;
        said.classList.add("failed");
      },
      send(act) {
        if (desk.busy) return desk.notice(desk.say("help.busy"));
        last = Math.max(Date.now(), last + 1);
        since = performance.now();
        root.setAttribute("aria-busy", "true");
        send({ n: last, item: desk.told.current, ...act });
      },
      show(told) {
        const first = desk.told.n === undefined;
        const moved = told.current !== desk.told.current;
        desk.told = told;
        if (!desk.busy) root.removeAttribute("aria-busy");
        root.dir = told.dir;
        root.setAttribute("data-n", String(told.n));
        root.setAttribute("data-current", told.current);
        if (moved) {
          desk.chooser?.close();
          desk.chooser = null;
        }
        drawHead();
        desk.article.show(told);
        desk.card.show(told);
        said.textContent = told.said || (told.items.length ? "" : desk.say("help.empty"));
        said.classList.toggle("failed", told.failed);
        if (moved && isFree(desk, first)) desk.card.focus();
        gd.replay(desk);
      },
      close() {
        window.removeEventListener("keydown", onKey, true);
        left = { last, since, waiting: desk.waiting };
      },
    };
    const onKey = (/** @type {KeyboardEvent} */ event) => gd.onKey(desk, event);
    window.addEventListener("keydown", onKey, true); // before Streamlit, whose own key r would cut an act short
    desk.article = gd.article(desk);
    desk.card = gd.card(desk);
    desk.help = gd.help(desk);
    const halves = gd.h(
      "div",
      { class: "desk-halves" },
      desk.article.node,
      gd.h("div", { class: "desk-right" }, said, desk.card.node),
    );
    root.append(head, halves, desk.help.node);
    parent.append(root);
    return desk;
  };

  gd.mount = ({ data, parentElement, setTriggerValue }) => {
    const desk = (parentElement.geoDesk = parentElement.geoDesk || open(parentElement));
    desk.setSend((value) => setTriggerValue("act", value));
    desk.show(data);
    return () => {
      desk.close();
      desk.root.remove();
      delete parentElement.geoDesk;
    };
  };
})();
