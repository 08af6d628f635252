/* The list of all keys, of the page and of the one-file map: `?` or its button opens it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const HOME = "geo-keys";
  /** @type {[keys: string, word: string][]} */
  const KEYS = [
    ["← →", "slider"],
    ["Home End", "ends"],
    ["Space", "play"],
    ["Tab Enter", "areas"],
    ["↑ ↓ ← →", "cells"],
    ["N P", "story"],
    ["/", "search"],
    ["F", "full"],
    ["Escape", "leave"],
    ["?", "list"],
  ];

  gp.Keys = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the place of the button
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      const say = (/** @type {string} */ key) => frame.words.say(key);
      const title = h("h2", { id: "geo-keys-title", text: say("keys") });
      const shut = h("button", { type: "button", class: "shut", text: say("share_close") });
      this.list = h("ul", {});
      this.dialog = h("dialog", { class: "geo-text", "aria-labelledby": title.id }, title, this.list, shut);
      const named = { "aria-haspopup": "dialog", "aria-label": say("keys"), title: say("keys") };
      const button = h("button", { type: "button", class: "open", text: "?", ...named });
      this.root = h("div", { class: "geo-text geo-share" }, button, this.dialog);
      button.addEventListener("click", () => this.open());
      shut.addEventListener("click", () => this.dialog.close());
      this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.dialog.close());
      const ears = new AbortController();
      for (const one of new Set([page, document]))
        one.addEventListener("keydown", (event) => this.pressed(/** @type {KeyboardEvent} */ (event)), ears);
      const seen = new MutationObserver(() => this.look());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => {
        seen.disconnect();
        ears.abort();
        this.root.remove();
      });
      this.look();
    }

    /** The page may put the place of the button anew. */
    look() {
      const home = this.page.getElementById(HOME);
      if (home && this.root.parentElement !== home) home.replaceChildren(this.root);
    }

    /** A Dari keyboard writes its own question mark. @param {KeyboardEvent} event */
    pressed(event) {
      if (!["?", "؟"].includes(event.key) || gp.typing(event) || !this.root.isConnected) return;
      event.preventDefault();
      this.open();
    }

    /** Whether a key has something to do here: no letter for a story where there is none. @param {string} word */
    works(word) {
      const story = gp.streamlit.storyButton(this.page, "start") ?? this.page.querySelector(".geo-story, #story");
      if (word === "full") return !gp.oneColumn(this.page);
      return word !== "story" || Boolean(story);
    }

    open() {
      const lines = KEYS.filter(([, word]) => this.works(word)).map(([keys, word]) => {
        const drawn = keys.split(" ").map((key) => h("kbd", { text: key }));
        return h("li", {}, h("span", {}, ...drawn), h("span", { text: this.frame.words.say(`key_${word}`) }));
      });
      this.list.replaceChildren(...lines);
      this.page.defaultView?.focus();
      this.dialog.showModal();
    }
  };
})();
