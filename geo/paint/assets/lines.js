/* Lines of the geometry JSON as Leaflet takes them, and the outline around several areas. */
"use strict";
(() => {
  const gp = window.geoPaint;

  /** @type {(line: Point[]) => [number, number][]} */
  const latlngs = (line) => line.map(([lon, lat]) => [lat, lon]);

  /** The river's bank and its water, in full width. @type {[className: string, weight: number][]} */
  const RIVER = [
    ["gp-river-bank", 3.6],
    ["gp-river", 2],
  ];

  gp.lines = {
    latlngs,
    bounds: ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]),
    closed: (line) => latlngs([...line, line[0]]),
    polygon: (area) => area.rings.map((rings) => rings.map(latlngs)),

    /** The shade of the ground, the outline of the focus, and the river, thinner towards its source. */
    draw(map, { groups, relief, river = [], river_widths: widths = [] }) {
      const shade = (/** @type {string} */ pane, /** @type {number} */ opacity) =>
        relief &&
        L.imageOverlay(relief.image, gp.lines.bounds(relief.bounds), { pane, opacity, className: "gp-relief" }).addTo(
          map,
        );
      shade("gp-hills", 1);
      shade("gp-relief", relief?.on_fills ?? 0);
      const still = {
        renderer: L.svg({ pane: "gp-lines", padding: 0.4 }),
        interactive: false,
        fill: false,
        smoothFactor: 0.6,
      };
      /** @type {(points: [number, number][] | [number, number][][], className: string, weight?: number) => void} */
      const line = (points, className, weight = 2) => L.polyline(points, { ...still, className, weight }).addTo(map);
      for (const { outline } of groups) if (outline) line(outline.flat().map(gp.lines.closed), "gp-group");
      for (const [className, weight] of RIVER)
        river.forEach((course, i) => line(latlngs(course), className, weight * (widths[i] ?? 1)));
    },

    /** Pixels that the first view keeps free: places need room for their signs all around, and none under the badge. */
    space(narrow, places, covered = 0) {
      if (places)
        return {
          paddingTopLeft: [(narrow ? 18 : 28) + covered, narrow ? 50 : 62],
          paddingBottomRight: [narrow ? 18 : 62, 34],
        };
      return narrow ? { padding: [8, 8] } : { paddingTopLeft: [18 + covered, 18], paddingBottomRight: [52, 18] };
    },

    /** Outlines of areas in which a border that two of them share is drawn once, so that dashes stay dashes. */
    outlines(areas) {
      const seen = new Set();
      /** @type {Point[][]} */
      const lines = [];
      for (const ring of areas.flatMap((area) => area.rings.flat())) {
        /** @type {Point[] | null} */
        let run = null;
        ring.forEach((point, i) => {
          const next = ring[(i + 1) % ring.length];
          const edge = [point.join(), next.join()].sort().join("|");
          if (seen.has(edge)) run = null;
          else if (run) run.push(next);
          else lines.push((run = [point, next]));
          seen.add(edge);
        });
      }
      return lines.map(latlngs);
    },
  };
})();
