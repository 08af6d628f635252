/* Fills: a colour, or a hatch of colours in equal widths, for SVG, CSS and canvas. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const STRIPE = 7;

  /** Fills of a table of looks: SVG paint, CSS background, canvas pattern. Stripes have equal widths. */
  gp.Inks = class {
    /**
     * @param {Element} defs
     * @param {string} prefix of the patterns' ids
     */
    constructor(defs, prefix) {
      this.defs = defs;
      this.prefix = prefix;
      /** @type {Set<string>} */
      this.made = new Set();
    }

    /**
     * Value of the SVG `fill` attribute.
     * @param {string[]} colours
     * @param {number} stripe
     */
    svg(colours, stripe = STRIPE) {
      if (colours.length === 0) return "#ffffff";
      if (colours.length === 1) return colours[0];
      const id = `${this.prefix}-${stripe}-${colours.join("-").replace(/#/g, "")}`;
      if (!this.made.has(id)) {
        this.made.add(id);
        this.defs.append(this.pattern(id, colours, stripe));
      }
      return `url(#${id})`;
    }

    /**
     * @param {string} id
     * @param {string[]} colours
     * @param {number} stripe
     */
    pattern(id, colours, stripe) {
      const size = stripe * colours.length;
      const bars = colours.map((fill, i) => gp.s("rect", { x: i * stripe, width: stripe + 0.3, height: size, fill }));
      const frame = { id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
      return gp.s("pattern", frame, ...bars);
    }

    /**
     * Value of the CSS `background`.
     * @param {string[]} colours
     * @param {number} stripe
     */
    static css(colours, stripe = 5) {
      if (colours.length === 0) return "#ffffff";
      if (colours.length === 1) return colours[0];
      const stops = colours.map((fill, i) => `${fill} ${i * stripe}px ${(i + 1) * stripe}px`);
      return `repeating-linear-gradient(135deg, ${stops.join(", ")})`;
    }

    /**
     * Value of a canvas `fillStyle`.
     * @param {CanvasRenderingContext2D} context
     * @param {string[]} colours
     * @param {number} stripe
     */
    static canvas(context, colours, stripe = STRIPE) {
      if (colours.length < 2) return colours[0] || "#ffffff";
      const size = Math.round(stripe * colours.length * Math.SQRT2);
      const tile = gp.h("canvas", { width: size, height: size });
      const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
      const width = size / colours.length;
      for (let x = -size, i = 0; x < 2 * size; x += width, i += 1) {
        pen.fillStyle = colours[i % colours.length];
        pen.beginPath();
        pen.moveTo(x + size, 0);
        pen.lineTo(x + size + width + 0.4, 0);
        pen.lineTo(x + width + 0.4, size);
        pen.lineTo(x, size);
        pen.fill();
      }
      return /** @type {CanvasPattern} */ (context.createPattern(tile, "repeat"));
    }
  };
})();
