/* The article, with its statements marked in place: by shape and number, never by colour alone. */
"use strict";
(() => {
  const gd = window.geoDesk;
  const STATES = ["accepted", "proposed", "look", "refused"];

  gd.article = (desk) => {
    const body = gd.h("div", { class: "desk-text" });
    const legend = gd.h("ul", { class: "desk-legend" });
    const node = gd.h("section", { class: "desk-article", tabindex: "0" }, body, legend);
    let drawn = "";

    /** @param {DeskItem} item */
    const number = (item) =>
      gd.h(
        "button",
        { type: "button", class: "desk-number", "data-item": item.id, onclick: () => go(item.id) },
        item.state === "look" ? "?" : String(item.number),
      );

    /** @param {string} id */
    const go = (id) => desk.send({ act: "go", key: "click", item: id });

    /** @param {DeskTold} told */
    const build = (told) => {
      const items = new Map(told.items.map((one) => [one.id, one]));
      const title = gd.h("h2", { class: "desk-title" }, told.article.title);
      body.replaceChildren(title);
      for (const attribute of /** @type {const} */ (["lang", "dir"]))
        body.setAttribute(attribute, told.article[attribute]);
      for (const pieces of told.article.paragraphs) {
        const paragraph = gd.h("p");
        for (const piece of pieces) {
          const text = gd.h("span", { "data-s": piece.s, "data-items": piece.i.join(" ") }, piece.t);
          paragraph.append(text, ...piece.e.map((id) => items.get(id)).map((one) => (one ? number(one) : "")));
        }
        body.append(paragraph);
      }
    };

    /**
     * Of several statements in the same words the one on the card is shown, else the first that is open.
     * @param {string[]} ids
     * @param {Map<string, DeskItem>} items
     */
    const stateOf = (ids, items) => {
      /** @type {string[]} */
      const states = ids.map((id) => items.get(id)?.state || "");
      return ["proposed", "look", "accepted", "refused"].find((one) => states.includes(one)) || "";
    };

    /** @param {DeskTold} told */
    const mark = (told) => {
      const items = new Map(told.items.map((one) => [one.id, one]));
      for (const span of body.querySelectorAll("[data-s]")) {
        const ids = (span.getAttribute("data-items") || "").split(" ").filter(Boolean);
        const current = ids.includes(told.current);
        span.className = ids.length ? `desk-mark ${stateOf(ids, items)}${current ? " current" : ""}` : "";
      }
      for (const button of body.querySelectorAll(".desk-number")) {
        const item = items.get(button.getAttribute("data-item") || "");
        if (!item) continue;
        button.setAttribute("aria-label", item.name);
        if (item.id === told.current) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
        button.className = `desk-number ${item.state}`;
      }
      body.querySelector(".desk-mark.current")?.scrollIntoView({ block: "nearest" });
    };

    body.addEventListener("click", (event) => {
      const span = /** @type {Element} */ (event.target).closest("[data-items]");
      const [id] = (span?.getAttribute("data-items") || "").split(" ");
      if (id && document.getSelection()?.isCollapsed) go(id);
    });

    return {
      node,
      show(told) {
        const key = JSON.stringify([told.article, told.items.map((one) => [one.id, one.number])]);
        node.setAttribute("aria-label", desk.say("aria.article"));
        if (key !== drawn) build(told);
        drawn = key;
        mark(told);
        legend.replaceChildren(
          ...["current", ...STATES].map((one) =>
            gd.h("li", null, gd.h("span", { class: `desk-mark ${one}` }, desk.say(`mark.${one}`))),
          ),
        );
      },
    };
  };
})();
