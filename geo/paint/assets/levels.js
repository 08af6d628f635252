/* A map before anything is on it: its panes, one above the other, and how it zooms. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const LEVELS = {
    "gp-hills": 340,
    "gp-relief": 405,
    "gp-lines": 410,
    "gp-points": 415,
    "gp-over": 420,
    "gp-labels": 430,
    "gp-signs": 435,
  };

  gp.prepare = (map) => {
    map.options.zoomSnap = 0;
    map.options.zoomDelta = 0.5;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) gp.leaflet.stopAnimatedZoom(map);
    map.options.wheelPxPerZoomLevel = 120;
    if (map.attributionControl) map.attributionControl.remove();
    for (const [name, level] of Object.entries(LEVELS)) {
      const pane = map.createPane(name);
      pane.style.zIndex = String(level);
      pane.style.pointerEvents = "none";
    }
  };
})();
