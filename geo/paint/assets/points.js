/* Places at a point: a round sign of the same size on the screen wherever the map is, and the name beside it. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const LEAST = 4.5;
  const MOST = 10;
  /** Share of the room that each place has, if they were spread evenly, that its sign takes. */
  const SHARE = 0.2;
  const GAP = 3;
  const NAME_HIGH = 17;
  const MOST_NAMES = 150;

  /** @type {(x: number, y: number, reach: number) => PixelBox} */
  const around = (x, y, reach) => ({ x0: x - reach, x1: x + reach, y0: y - reach, y1: y + reach });

  /**
   * Boxes for a name beside a sign: right, left, above, below.
   * @param {{x: number, y: number}} at
   * @param {number} away from the middle of the sign
   * @param {number} wide
   * @returns {PixelBox[]}
   */
  const beside = ({ x, y }, away, wide) => {
    const half = NAME_HIGH / 2;
    return [
      { x0: x + away, x1: x + away + wide, y0: y - half, y1: y + half },
      { x0: x - away - wide, x1: x - away, y0: y - half, y1: y + half },
      { x0: x - wide / 2, x1: x + wide / 2, y0: y - away - NAME_HIGH, y1: y - away },
      { x0: x - wide / 2, x1: x + wide / 2, y0: y + away, y1: y + away + NAME_HIGH },
    ];
  };

  gp.points = {
    is: (area) => area.rings.length === 0 && area.sheet === undefined,

    /** The places of a map, those of the focus last: what is drawn last lies on top. */
    order({ areas, groups }) {
      const focus = new Set(groups.find((group) => group.focus)?.areas);
      const places = areas.flatMap((area, i) => (gp.points.is(area) ? [i] : []));
      return [...places.filter((i) => !focus.has(areas[i].id)), ...places.filter((i) => focus.has(areas[i].id))];
    },

    /** Radius in pixels: by the room that there is, larger the further the reader has zoomed in. */
    radius: (count, { x, y }, away) => {
      const room = SHARE * Math.sqrt((x * y) / Math.max(count, 1)) * 2 ** (away / 2);
      return Math.min(Math.max(room, LEAST), MOST);
    },

    /** Gives every sign of a map the size that fits how far it is zoomed in. */
    size(view, away) {
      view.radius = gp.points.radius(view.places.length, view.map.getSize(), away);
      for (const i of view.places) /** @type {L.CircleMarker} */ (view.layers[i]).setRadius(view.radius);
      view.overlays.resize();
    },

    latLng: ({ label: [lon, lat] }) => [lat, lon],

    /** Keeps every sign in sight free of names, and returns the signs in sight. */
    take(labels, places, radius) {
      const { frame, map, view } = labels;
      const seen = places.map((i) => ({ i, at: map.latLngToContainerPoint(gp.points.latLng(view.areas[i])) }));
      const inside = seen.filter(({ at }) => at.x > frame.x0 && at.x < frame.x1 && at.y > frame.y0 && at.y < frame.y1);
      for (const { at } of inside) labels.taken.push(around(at.x, at.y, radius - 1));
      return inside;
    },

    /** Names places beside their signs where there is room, with room for the marks of every day behind the name. */
    name(labels, seen, radius) {
      const { frame, view, taken } = labels;
      const { narrow } = view;
      const free = (/** @type {PixelBox} */ box) =>
        box.x0 >= frame.x0 &&
        box.x1 <= frame.x1 &&
        box.y0 >= frame.y0 &&
        box.y1 <= frame.y1 &&
        !taken.some((other) => gp.seats.overlaps(box, other));
      for (const { i, at } of seen) {
        if (labels.placed.length >= MOST_NAMES) return;
        const name = view.words.name(view.areas[i]);
        const w = gp.seats.width(name, narrow ? "narrow" : "name") + 4;
        const marks = labels.longest(i, false);
        const box = beside(at, radius + GAP, w + marks).find(free);
        if (!box) continue;
        taken.push(box);
        const place = { x: box.x0 + w / 2, y: (box.y0 + box.y1) / 2, box, w, h: NAME_HIGH };
        const label = labels.draw(i, { name, narrow, words: false, score: 0, ...place });
        labels.addMarks(label, (w + marks) / 2, -5.5);
        labels.placed.push(label);
      }
    },
  };
})();
