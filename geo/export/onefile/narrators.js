/* Whose account the one-file map shows: its radio buttons, or its list, and the fold that has them on a small screen. */
"use strict";
(() => {
  /**
   * The fold says whose account is shown, and closes when that is another one.
   * @param {string} name
   */
  const fold = (name) => {
    for (const who of document.querySelectorAll(".geo-choose .geo-who > bdi")) {
      const details = who.closest("details");
      if (details && who.textContent && who.textContent !== name) details.open = false;
      who.textContent = name;
    }
  };

  /** Shows the chosen one as chosen. */
  window.geoPaint.showNarrator = (chosen, inputs) => {
    for (const one of inputs)
      if ("selectedOptions" in one) {
        one.value = chosen;
        fold(one.selectedOptions[0]?.text ?? "");
      } else {
        one.checked = one.value === chosen;
        if (one.checked) fold(one.parentElement?.textContent?.trim() ?? "");
      }
  };
})();
