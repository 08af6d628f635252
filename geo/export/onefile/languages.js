/* The language of the one-file map: its words and its data, put in place before anything else looks at them. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

  /**
   * The data of the file in the language of its address; the page around the map is in it from then on.
   * @returns {FileData}
   */
  gp.fileData = () => {
    /** @type {FileData} */
    const whole = JSON.parse(byId("data").textContent || "");
    const { lang } = gp.address.read(location.hash, whole).choices;
    const words = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[lang="${lang}"]`));
    if (!words) return whole;
    byId("file").replaceChildren(words.content.cloneNode(true));
    Object.assign(document.documentElement, { lang, dir: words.dir });
    document.title = words.title;
    const own = JSON.parse(byId(`data-${lang}`).textContent || "");
    return { ...whole, ...own, config: { ...whole.config, ...own.config } };
  };
})();
