/* The card of one statement: quote, fields with their keys, checks, what accepting would change, buttons. */
"use strict";
(() => {
  const gd = window.geoDesk;

  gd.card = (desk) => {
    const heading = gd.h("h3", { class: "desk-quote", tabindex: "-1" });
    const sentence = gd.h("p", { class: "desk-sentence" });
    const fields = gd.h("div", { class: "desk-fields", role: "group" });
    const checks = gd.h("div", { class: "desk-checks" });
    const change = gd.h("div", { class: "desk-change" });
    const buttons = gd.h("div", { class: "desk-buttons" });
    const note = gd.h("p", { class: "desk-hint" });
    const node = gd.h("section", { class: "desk-card" }, heading, sentence, fields, checks, change, buttons, note);

    /**
     * @param {string} word
     * @param {string} key
     * @param {() => void} press
     * @param {string} [kind]
     */
    const button = (word, key, press, kind = "") =>
      gd.h("button", { type: "button", class: `desk-button ${kind}`, onclick: press }, word, key && gd.key(key));

    /** @param {string} act @param {Partial<DeskAct>} [more] */
    const clicked = (act, more) => () => desk.send({ act, key: "click", item: desk.told.current, ...more });

    /** @param {DeskCard} card */
    const drawQuote = (card) => {
      const [before, place, behind] = card.quote;
      const { lang, dir } = desk.told.article;
      const text = gd.h("q", { lang, dir }, before, place && gd.h("mark", null, place), behind);
      heading.replaceChildren(text);
      const more = card.around && card.around !== card.text;
      sentence.replaceChildren(
        ...(more ? [`${desk.say("heading.sentence")}: `, gd.h("q", { lang, dir }, card.around)] : []),
      );
    };

    /** @param {DeskField} field */
    const row = (field) => {
      const name = desk.say("aria.change", { field: field.label, value: field.shown });
      const press = () => open(field.name, "click");
      const parts = [
        gd.key(field.key),
        gd.h("span", { class: "desk-label" }, field.label),
        gd.h("b", null, field.shown),
      ];
      const opens = gd.h(
        "button",
        { type: "button", class: "desk-field", "aria-label": name, onclick: press },
        ...parts,
      );
      const reason = gd.h("span", { class: "desk-reason" }, gd.h("bdi", null, field.reason));
      return gd.h(
        "div",
        { class: `desk-row${field.changed ? " changed" : ""}`, "data-field": field.name },
        opens,
        reason,
      );
    };

    /** @param {DeskCard} card */
    const drawFields = (card) => {
      fields.setAttribute("aria-label", desk.say("aria.fields"));
      fields.replaceChildren(...card.fields.map(row));
      if (card.places.length) {
        const places = card.places.map((one) => gd.h("li", null, one));
        const lead = gd.h("p", null, desk.say("heading.places", { count: card.places.length }));
        fields.prepend(gd.h("div", { class: "desk-places" }, lead, gd.h("ul", null, ...places)));
      }
      for (const one of fields.querySelectorAll("button")) one.disabled = Boolean(card.decision);
    };

    /** @param {DeskCard} card */
    const drawChecks = (card) => {
      const lines = card.decision ? [desk.say("help.decided")] : card.problems;
      const good = card.whole && !card.decision ? [gd.h("p", { class: "good" }, `✓ ${desk.say("check.whole")}`)] : [];
      const look = card.look
        ? [gd.h("p", null, desk.say("look.lead", { why: card.look })), gd.h("p", null, desk.say("look.what"))]
        : [];
      const bad = lines.map((one) =>
        gd.h("p", { class: card.decision ? "" : "bad" }, card.decision ? one : `✗ ${one}`),
      );
      const learn = card.lesson
        ? [button(`${desk.say("button.learn")}: ${card.lesson}`, "l", clicked("learn"), "quiet")]
        : [];
      checks.replaceChildren(...good, ...look, ...bad, ...learn);
    };

    /** @param {string} svg @param {string} label */
    const map = (svg, label) => {
      const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      return gd.h(
        "figure",
        null,
        gd.h("figcaption", null, label),
        gd.h("img", { src, alt: label, width: 290, height: 190 }),
      );
    };

    /** @param {DeskCard} card */
    const drawChange = (card) => {
      change.replaceChildren();
      if (!card.lines.length) return;
      const [first, ...rest] = card.lines;
      const lead = gd.h(
        "p",
        null,
        gd.h("b", null, `${desk.say(`heading.${card.decision ? "did" : "if"}${card.settles ? "" : "_settled"}`)} `),
        first || "",
      );
      change.append(lead, ...rest.map((one) => gd.h("p", null, one)));
      if (!card.before) return;
      const maps = gd.h("div", { class: "desk-maps", role: "group", "aria-label": desk.say("aria.maps") });
      maps.append(map(card.before, desk.say("heading.before")), map(card.after, desk.say("heading.after")));
      const signs = card.legend.map(([svg, text]) => {
        const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
        return gd.h("li", null, gd.h("img", { src, alt: "", width: 24, height: 16 }), text);
      });
      const hints = card.map.map((one) => gd.h("p", { class: "desk-hint" }, one));
      change.append(maps, ...hints, gd.h("ul", { class: "desk-signs" }, ...signs));
    };

    /** @param {DeskCard} card */
    const drawButtons = (card) => {
      const count = card.places.length;
      const [accept, refuse] = count ? ["button.accept_all", "button.refuse_all"] : ["button.accept", "button.refuse"];
      const undo = button(desk.say("button.undo"), "u", clicked("undo"));
      const fresh = button(desk.say("button.new"), "n", () => gd.fromWords(desk, "click"));
      fresh.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
      const steps = [
        button(desk.say("key.previous"), "k", () => gd.move(desk, -1, "click"), "quiet"),
        button(desk.say("key.next"), "j", () => gd.move(desk, 1, "click"), "quiet"),
      ];
      if (card.decision) {
        const next = button(desk.say("button.next"), "Enter", clicked("accept"), "main");
        buttons.replaceChildren(
          next,
          button(desk.say("button.own"), "", clicked("undo", { own: true })),
          undo,
          fresh,
          ...steps,
        );
        return;
      }
      const yes = button(desk.say(accept, { count }), "Enter", clicked("accept"), "main");
      yes.disabled = !card.whole;
      const no = button(desk.say(card.made ? "button.let_go" : refuse, { count }), "x", clicked("refuse"));
      const apart = count ? [button(desk.say("button.apart"), "b", clicked("apart"))] : [];
      buttons.replaceChildren(yes, no, ...apart, undo, fresh, ...steps);
    };

    /** @param {string} name @param {string} key */
    const open = (name, key) => {
      const card = desk.told.card;
      if (!card || card.decision || desk.busy) return;
      const quote = {
        name,
        key: "q",
        kind: /** @type {"free"} */ ("free"),
        label: desk.say("key.quote"),
        value: card.text,
      };
      const field =
        name === "quote"
          ? { ...quote, shown: "", reason: "", changed: false }
          : card.fields.find((one) => one.name === name);
      if (!field) return;
      desk.chooser?.close();
      const chooser = gd.chooser(desk, field, desk.told.choices[name] || [], (value) => {
        if (desk.chooser !== chooser) return;
        desk.chooser = null;
        chooser.close();
        heading.focus({ preventScroll: true });
        if (value === null || value === field.value) return;
        desk.send(name === "quote" ? { act: "quote", key, value } : { act: "set", key, field: name, value });
      });
      desk.chooser = chooser;
      const place = fields.querySelector(`[data-field="${name}"]`);
      if (place) place.after(chooser.node);
      else fields.prepend(chooser.node);
      chooser.node.scrollIntoView({ block: "nearest" });
    };

    return {
      node,
      open,
      focus: () => heading.focus({ preventScroll: true }),
      show(told) {
        node.setAttribute("aria-label", `${desk.say("aria.card")}: ${told.count}`);
        node.hidden = !told.card;
        if (!told.card) return;
        drawQuote(told.card);
        drawChecks(told.card);
        drawChange(told.card);
        drawButtons(told.card);
        note.textContent = told.card.decision ? "" : desk.say("help.nothing");
        if (!desk.chooser) drawFields(told.card);
        if (told.card.open && !desk.chooser) open(told.card.open, "n");
      },
    };
  };
})();
