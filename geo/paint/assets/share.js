/* The button that shares a view, of the page and of the one-file map: its address and the code that shows it elsewhere. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const HOME = "geo-share";
  const SAID_MS = 4000;
  const HERE = /^(localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/;

  /** Whether nobody else can open an address: that of a file, or of this machine. @param {Location} location @param {string} [address] */
  gp.onlyHere = ({ protocol, hostname }, address) => !address && (protocol === "file:" || HERE.test(hostname));

  gp.Share = class {
    /**
     * @param {GeoFrame} frame
     * @param {Document} page that holds the place of the button
     */
    constructor(frame, page) {
      this.frame = frame;
      this.page = page;
      const say = (/** @type {string} */ key) => frame.words.say(`share_${key}`);
      this.note = h("p", { class: "note" });
      this.address = this.field(say("address"), say("copy"));
      this.embed = this.field(say("embed"), say("copy"));
      this.picture = h("button", { type: "button", class: "view-picture", text: say("picture") });
      this.files = h("a", { text: say("files"), target: "_self" });
      const shut = h("button", { type: "button", class: "shut", text: say("close") });
      const title = h("h2", { id: "geo-share-title", text: say("title") });
      const parts = [
        title,
        this.note,
        ...this.address.parts,
        ...this.embed.parts,
        h("p", { class: "files" }, this.picture, this.files),
        shut,
      ];
      this.dialog = h("dialog", { class: "geo-text", "aria-labelledby": title.id }, ...parts);
      const button = h("button", { type: "button", class: "open", "aria-haspopup": "dialog", text: say("button") });
      this.root = h("div", { class: "geo-text geo-share" }, button, this.dialog);
      button.addEventListener("click", () => this.open());
      shut.addEventListener("click", () => this.dialog.close());
      this.picture.addEventListener("click", () => {
        this.dialog.close();
        this.frame.ask({});
      });
      this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.dialog.close());
      this.look();
      const seen = new MutationObserver(() => this.look());
      seen.observe(page.body, { childList: true, subtree: true });
      window.addEventListener("pagehide", () => {
        seen.disconnect();
        this.root.remove();
      });
    }

    /** The page may put the place of the button anew. */
    look() {
      const home = this.page.getElementById(HOME);
      if (home && this.root.parentElement !== home) home.replaceChildren(this.root);
    }

    /**
     * A text to copy, and the button that copies it and says so.
     * @param {string} name
     * @param {string} copy
     */
    field(name, copy) {
      const text = h("textarea", { readonly: true, rows: 3, dir: "ltr", "aria-label": name });
      const said = h("span", { class: "copied", role: "status" });
      const button = h("button", { type: "button", text: copy, "aria-label": `${copy}: ${name}` });
      button.addEventListener("click", async () => {
        said.textContent = "";
        const done = await gp.copy(this.page, text.value, this.dialog);
        said.textContent = this.frame.words.say(done ? "copied" : "not_copied");
        setTimeout(() => (said.textContent = ""), SAID_MS);
      });
      return { text, parts: [h("h3", { text: name }), text, h("p", null, button, said)] };
    }

    open() {
      const { location } = this.page;
      const { config, words } = this.frame;
      const address = gp.addressOf(location, config);
      const file = config.watch === false;
      const public_ = address.startsWith("#") ? location.href : address;
      this.address.text.value = public_;
      const framed = file || config.address?.endsWith("#") ? public_ : `${public_}&embed=true`;
      const quoted = framed.replaceAll("&", "&amp;").replaceAll('"', "%22");
      this.embed.text.value = (config.embed ?? "").replace("{address}", () => quoted);
      const only = gp.onlyHere(location, config.address);
      this.note.hidden = !only;
      this.note.textContent = only ? words.say(location.protocol === "file:" ? "share_file" : "share_local") : "";
      const parameters = new URLSearchParams(location.search);
      parameters.set("view", "take");
      this.files.href = `?${parameters}`;
      this.files.hidden = file;
      this.picture.hidden = file;
      this.dialog.showModal();
    }
  };
})();
