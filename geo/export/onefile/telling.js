/* The story in the one-file map: its steps go through the choices, so that everything else stays one click away. */
"use strict";
(() => {
  const gp = window.geoPaint;

  gp.Telling = class {
    /**
     * @param {FileData} data
     * @param {Boxes} boxes
     * @param {(view: Partial<FileChoices>) => void} choose
     */
    constructor({ story }, boxes, choose) {
      this.story = story;
      this.boxes = boxes;
      this.choose = choose;
      /** The step that is told, from 0; -1 = none. */
      this.at = -1;
      this.box = document.getElementById("story");
      this.box?.addEventListener("click", ({ target }) => this.clicked(/** @type {Element} */ (target)));
    }

    /** @param {Element} target */
    clicked(target) {
      if (target.id === "story-start") this.go(0);
      const way = /** @type {HTMLElement | null} */ (target.closest("[data-story]"))?.dataset.story;
      if (way === "back") this.go(this.at - 1);
      else if (way === "next") this.go(this.at + 1);
      else if (way === "again") this.go(this.at);
      else if (way === "end") this.end();
    }

    /** @param {number} step */
    go(step) {
      this.at = Math.min(Math.max(step, 0), this.story.length - 1);
      this.choose({ ...this.story[this.at].view });
    }

    /** The view stays. */
    end() {
      this.at = -1;
      this.choose({});
      document.getElementById("story-start")?.focus();
    }

    /** Says the step, and whether the view is still its own. @param {FileChoices} now */
    say(now) {
      if (!this.box) return;
      const there = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
      const button = (/** @type {string} */ way) =>
        /** @type {HTMLButtonElement} */ (this.box?.querySelector(`[data-story="${way}"]`));
      const step = this.story[this.at];
      this.boxes.fill(there("story-step"), step?.html ?? "");
      there("story-start").hidden = Boolean(step);
      there("story-steps").hidden = !step;
      button("back").disabled = this.at <= 0;
      button("next").disabled = this.at >= this.story.length - 1;
      const view = step?.view;
      button("again").hidden =
        !view ||
        (view.day === now.day && view.area === now.area && view.narrator === now.narrator && view.known === now.known);
    }
  };
})();
