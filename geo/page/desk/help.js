/* The list of all keys, which `?` shows; and whether letters are keys at all. */
"use strict";
(() => {
  const gd = window.geoDesk;
  const KEYS = [
    ["Enter", "accept"],
    ["x", "refuse"],
    ["u", "undo"],
    ["n", "new"],
    ["q", "quote"],
    ["j ↓", "next"],
    ["k ↑", "previous"],
    ["l", "learn"],
    ["b", "apart"],
    ["?", "keys"],
  ];

  gd.help = (desk) => {
    const node = gd.h("dialog", { class: "desk-help", "aria-labelledby": "desk-help-title" });
    let letters = true;

    const draw = () => {
      const line = (/** @type {string} */ key, /** @type {string} */ word) =>
        gd.h("li", null, ...key.split(" ").map(gd.key), gd.h("span", null, word));
      const own = KEYS.map(([key = "", word = ""]) => line(key, desk.say(`key.${word}`)));
      const fields = (desk.told.card?.fields || []).map((one) => line(one.key, one.label));
      const box = gd.h("input", { type: "checkbox", onchange: () => (letters = box.checked) });
      box.checked = letters;
      const words = ["fields", "days", "selection", "nothing"].map((one) => gd.h("p", null, desk.say(`help.${one}`)));
      const close = gd.h(
        "button",
        { type: "button", class: "desk-button", onclick: () => node.close() },
        desk.say("button.close"),
      );
      node.replaceChildren(
        gd.h("h3", { id: "desk-help-title" }, desk.say("heading.keys")),
        gd.h("ul", null, ...own, ...fields),
        ...words,
        gd.h("label", null, box, ` ${desk.say("help.letters")}`),
        close,
      );
    };

    return {
      node,
      get letters() {
        return letters;
      },
      get open() {
        return node.open;
      },
      toggle() {
        if (node.open) node.close();
        else {
          draw();
          node.showModal();
        }
      },
    };
  };
})();
