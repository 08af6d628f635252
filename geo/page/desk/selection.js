/* Which characters of the article are selected, counted as Python counts them. */
"use strict";
(() => {
  const gd = window.geoDesk;
  /** @param {string} text */
  const letters = (text) => [...text].length;

  /**
   * @param {Element} piece
   * @param {Node} node
   * @param {number} offset
   * @param {number} otherwise
   */
  const within = (piece, node, offset, otherwise) => {
    const text = piece.firstChild;
    return node === text ? letters((text?.textContent || "").slice(0, offset)) : otherwise;
  };

  gd.selection = (article) => {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    const pieces = [...article.querySelectorAll("[data-s]")].filter((one) => range.intersectsNode(one));
    const first = pieces[0];
    const last = pieces[pieces.length - 1];
    if (!first || !last) return null;
    const length = letters(last.firstChild?.textContent || "");
    const start = Number(first.getAttribute("data-s")) + within(first, range.startContainer, range.startOffset, 0);
    const end = Number(last.getAttribute("data-s")) + within(last, range.endContainer, range.endOffset, length);
    return end > start ? { start, end } : null;
  };
})();
