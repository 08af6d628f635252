/* Copies what a card says with its citation and the view's address, from the page or the one-file map; no network. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const SAID_MS = 4000;

  gp.addressOf = (location, { address, watch }) => {
    const choices = watch === false ? location.hash : location.search;
    if (address) return `${address}${address.endsWith("#") ? "" : "?"}${choices.slice(1)}`;
    if (location.protocol === "file:") return location.hash;
    return location.href.split("#")[0] + (watch === false ? location.hash : "");
  };

  /**
   * The way of browsers that give no clipboard: to pages without TLS, or where it is refused.
   * @param {Document} page
   * @param {string} text
   * @param {Element} [within] what may have the focus
   */
  const copiedByHand = (page, text, within = page.body) => {
    const back = /** @type {HTMLElement | null} */ (page.activeElement);
    const box = page.createElement("textarea");
    box.value = text;
    box.style.cssText = "position:fixed;inset-block-start:0;opacity:0";
    within.append(box);
    box.select();
    const done = page.execCommand("copy");
    box.remove();
    back?.focus({ preventScroll: true });
    return done;
  };

  /** Copies a text; false where the browser gives no way. */
  gp.copy = async (page, text, within) => {
    try {
      await /** @type {Window} */ (page.defaultView).navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedByHand(page, text, within);
    }
  };

  gp.Copying = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the cards
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      const ears = new AbortController();
      page.addEventListener("click", (event) => this.clicked(event), { signal: ears.signal });
      page.defaultView?.addEventListener("beforeprint", () => this.print(), { signal: ears.signal });
      window.addEventListener("pagehide", () => ears.abort());
    }

    /** Paper has no address bar: the view's address stands at the end. */
    print() {
      const { words, config } = this.frame;
      const { location } = this.page;
      const file = location.protocol === "file:" && !config.address ? location.pathname.split("/").pop() : "";
      const address = `${decodeURIComponent(file ?? "")}${gp.addressOf(location, config)}`;
      for (const one of this.page.querySelectorAll(".geo-printed")) one.textContent = words.say("printed", { address });
    }

    /** @param {MouseEvent} event */
    async clicked(event) {
      const button = /** @type {Partial<Element>} */ (event.target).closest?.("button[data-cite]");
      const said = button?.nextElementSibling;
      if (!button || !said) return;
      said.textContent = "";
      const { words, config } = this.frame;
      const address = gp.addressOf(this.page.location, config);
      const done = await gp.copy(this.page, `${button.getAttribute("data-cite")} ${address}`.trim());
      said.textContent = words.say(done ? "copied" : "not_copied");
      setTimeout(() => (said.textContent = ""), SAID_MS);
    }
  };
})();
