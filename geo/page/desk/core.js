/* What every file of the desk's script uses: elements, keys as they look on screen. */
"use strict";
(() => {
  const gd = (window.geoDesk = window.geoDesk || /** @type {GeoDesk} */ ({}));

  gd.h = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children) if (child) node.append(child);
    return node;
  };

  gd.key = (name) => gd.h("kbd", null, name);
})();
