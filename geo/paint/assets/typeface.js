/* The typeface of the map: that of the page around it, where there is one. */
"use strict";
(() => {
  const gp = window.geoPaint;

  /** @param {string} name of a font family, quoted or in a list */
  const bare = (name) => name.split(",")[0].replace(/["']/g, "").trim();

  /**
   * The font faces of a style sheet, with the address that theirs are relative to.
   * @param {CSSStyleSheet} sheet
   */
  const facesOf = (sheet) => {
    try {
      const rules = [...sheet.cssRules].filter((rule) => rule.type === CSSRule.FONT_FACE_RULE);
      return rules.map((rule) => ({ rule: /** @type {CSSFontFaceRule} */ (rule), base: sheet.href }));
    } catch {
      return [];
    }
  };

  /**
   * @param {{rule: CSSFontFaceRule, base: string | null}} face
   * @param {string} family
   * @param {Document} page
   */
  const arrived = ({ rule, base }, family, page) => {
    const absolute = (/** @type {string} */ _, /** @type {string} */ url) =>
      `url("${new URL(url, base || page.baseURI)}")`;
    const source = rule.style.getPropertyValue("src").replace(/url\("([^"]+)"\)/g, absolute);
    const { fontWeight: weight, fontStyle: style } = rule.style;
    return new FontFace(family, source, { weight: weight || "normal", style: style || "normal" }).load();
  };

  gp.font = 'system-ui, "Noto Sans", "Segoe UI", sans-serif';
  gp.fontSize = 1;

  /** Takes over the typeface of the page around the frame (same machine), so that both look of a piece. */
  gp.borrowFont = async (page) => {
    const app = gp.streamlit.app(page);
    const family = app && getComputedStyle(app).fontFamily;
    if (!page || !family) return;
    const rules = [...page.styleSheets].flatMap((sheet) => facesOf(sheet));
    const faces = rules.filter(({ rule }) => bare(rule.style.getPropertyValue("font-family")) === bare(family));
    const loaded = await Promise.all(faces.map((face) => arrived(face, bare(family), page))).catch(() => []);
    if (!loaded.length) return;
    for (const face of loaded) document.fonts.add(face);
    gp.font = `${family}, ${gp.font}`;
    gp.fontSize = 1.09;
  };
})();
