/* A field being filled in: a closed list that typing narrows down, or a text with suggestions. */
"use strict";
(() => {
  const gd = window.geoDesk;
  const MOST = 60;
  let made = 0;

  /** @param {string} text */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /** How well a choice fits what was typed: 0 = its beginning, 1 = a word's, 2 = anywhere, 3 = not at all. */
  const rank = (/** @type {[string, string]} */ choice, /** @type {string} */ typed) => {
    const texts = choice.map(plain);
    if (texts.some((text) => text.startsWith(typed))) return 0;
    if (texts.some((text) => text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)))) return 1;
    return texts.some((text) => text.includes(typed)) ? 2 : 3;
  };

  gd.narrowed = (choices, typed) => {
    const wanted = plain(typed.trim());
    const ranked = choices.map((choice, place) => ({ choice, place, fit: rank(choice, wanted) }));
    const fitting = ranked.filter((one) => one.fit < 3).sort((a, b) => a.fit - b.fit || a.place - b.place);
    return fitting.slice(0, MOST).map((one) => one.choice);
  };

  gd.chooser = (desk, field, choices, done) => {
    const id = `desk-list-${(made += 1)}`;
    const free = field.kind === "free";
    const list = gd.h("ul", { role: "listbox", id, class: "desk-list", "aria-label": field.label });
    const input = gd.h("input", {
      type: "text",
      class: "desk-input",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "true",
      "aria-controls": id,
      "aria-autocomplete": "list",
      "aria-label": desk.say("aria.options", { field: field.label }),
    });
    const hint = field.name === "days" ? gd.h("p", { class: "desk-hint" }, desk.say("help.days_short")) : null;
    const node = gd.h("div", { class: "desk-chooser" }, input, list, hint);
    /** @type {[string, string][]} */
    let shown = [];
    let at = -1;

    const point = () => {
      const options = [...list.children];
      options.forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
      const option = options[at];
      if (option) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    };

    /** Which choice Enter takes: of a text the first that a typed word begins, else what was typed. */
    const first = (/** @type {string} */ typed) => {
      if (free) return typed && shown[0] && rank(shown[0], plain(typed)) < 2 ? 0 : -1;
      return Math.min(shown.length - 1, Math.max(0, typed ? 0 : shown.findIndex(([one]) => one === field.value)));
    };

    const draw = () => {
      const typed = free && input.value === field.value ? "" : input.value.trim();
      shown = gd.narrowed(choices, typed);
      at = first(typed);
      if (free && typed && choices.length && !shown.some(([one]) => one === typed))
        shown.push([typed, desk.say("help.as_typed", { typed })]);
      list.replaceChildren(
        ...shown.map(([value, label], place) => {
          const take = (/** @type {Event} */ event) => (event.preventDefault(), done(value));
          return gd.h("li", { role: "option", id: `${id}-${place}`, onpointerdown: take }, label);
        }),
      );
      list.hidden = !shown.length;
      input.setAttribute("aria-expanded", String(shown.length > 0));
      point();
    };

    /** @param {number} by */
    const move = (by) => {
      if (shown.length) at = (at + by + shown.length + (at < 0 && by < 0 ? 1 : 0)) % shown.length;
      point();
    };

    const take = () => {
      const chosen = shown[at];
      if (chosen) done(chosen[0]);
      else if (free) done(input.value.trim());
    };

    /** @type {Record<string, () => void>} */
    const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: take, Escape: () => done(null) };

    input.addEventListener("input", draw);
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      const act = event.isComposing ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    let untouched = true;
    const press = (/** @type {string} */ key) => {
      if (keys[key]) return keys[key]();
      const before = untouched ? "" : input.value;
      untouched = false;
      if (key === "Backspace") input.value = before.slice(0, -1);
      else if (key.length === 1) input.value = before + key;
      draw();
      queueMicrotask(() => input.setSelectionRange(input.value.length, input.value.length));
    };
    input.addEventListener("focusout", (event) => {
      if (!node.contains(/** @type {Node | null} */ (event.relatedTarget))) done(null);
    });
    if (free) input.value = field.value;
    draw();
    queueMicrotask(() => {
      input.focus();
      input.select();
    });
    return { node, field: field.name, press, close: () => node.remove() };
  };
})();
