/* Fills: a colour, a hatch of colours in equal widths, or a colour strewn with discs or rings, for SVG, CSS and canvas. */
"use strict";
(() => {
  const gp = window.geoPaint;
  const STRIPE = 7;
  /** Of a stripe: discs and rings of a finer texture would be a grey. */
  const LEAST = 4;
  const WHITE = "#ffffff";

  /** @param {string[]} colours */
  const ground = (colours) => colours[0] || WHITE;

  /**
   * What is strewn over a fill, in pixels; nothing where it is not.
   * @param {Fill} fill
   * @param {number} stripe
   */
  const strewn = ({ texture }, stripe) => {
    if (!texture) return null;
    const { step, radius, line, colour } = gp.shapes.textures[texture];
    return { step: step * stripe, radius: radius * stripe, line: line * stripe, colour };
  };

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
     * @param {Fill} fill
     * @param {number} stripe
     */
    svg(fill, stripe = STRIPE) {
      const { colours, texture = "" } = fill;
      if (colours.length < 2 && !texture) return ground(colours);
      const id = `${this.prefix}-${stripe}-${texture}${colours.join("-").replace(/#/g, "")}`;
      if (!this.made.has(id)) {
        this.made.add(id);
        this.defs.append(texture ? this.dotted(id, fill, stripe) : this.pattern(id, colours, stripe));
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
     * @param {string} id
     * @param {Fill} fill
     * @param {number} stripe
     */
    dotted(id, fill, stripe) {
      const { step, radius, line, colour } = /** @type {Texture} */ (strewn(fill, stripe));
      const ring = { fill: "none", stroke: colour, "stroke-width": line };
      const disc = { cx: step / 2, cy: step / 2, r: radius - line / 2, ...(line ? ring : { fill: colour }) };
      const square = gp.s("rect", { width: step, height: step, fill: ground(fill.colours) });
      const frame = { id, width: step, height: step, patternUnits: "userSpaceOnUse" };
      return gp.s("pattern", frame, square, gp.s("circle", disc));
    }

    /**
     * Value of the CSS `background`; geo.paint.shapes.css writes the same.
     * @param {Fill} fill
     * @param {number} stripe
     */
    static css(fill, stripe = 5) {
      const { colours } = fill;
      const dots = strewn(fill, Math.max(stripe, LEAST));
      if (dots) {
        const { step, radius, line, colour } = dots;
        const hollow = line ? `transparent ${radius - line}px, ` : "";
        const disc = `${hollow}${colour} ${line ? radius - line + 0.4 : 0}px ${radius}px, transparent ${radius + 0.4}px`;
        return `radial-gradient(circle, ${disc}) 0 0 / ${step}px ${step}px, ${ground(colours)}`;
      }
      if (colours.length < 2) return ground(colours);
      const stops = colours.map((colour, i) => `${colour} ${i * stripe}px ${(i + 1) * stripe}px`);
      return `repeating-linear-gradient(135deg, ${stops.join(", ")})`;
    }

    /**
     * Value of a canvas `fillStyle`.
     * @param {CanvasRenderingContext2D} context
     * @param {Fill} fill
     * @param {number} stripe
     */
    static canvas(context, fill, stripe = STRIPE) {
      const { colours } = fill;
      const dots = strewn(fill, stripe);
      if (!dots && colours.length < 2) return ground(colours);
      const size = Math.round(dots ? dots.step : stripe * colours.length * Math.SQRT2);
      const tile = gp.h("canvas", { width: size, height: size });
      const pen = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
      if (dots) gp.Inks.strew(pen, size, dots, ground(colours));
      else gp.Inks.hatch(pen, size, colours);
      return /** @type {CanvasPattern} */ (context.createPattern(tile, "repeat"));
    }

    /**
     * @param {CanvasRenderingContext2D} pen
     * @param {number} size
     * @param {Texture} dots
     * @param {string} under
     */
    static strew(pen, size, { radius, line, colour }, under) {
      pen.fillStyle = under;
      pen.fillRect(0, 0, size, size);
      pen.beginPath();
      pen.arc(size / 2, size / 2, radius - line / 2, 0, 2 * Math.PI);
      pen.fillStyle = pen.strokeStyle = colour;
      pen.lineWidth = line;
      if (line) pen.stroke();
      else pen.fill();
    }

    /**
     * @param {CanvasRenderingContext2D} pen
     * @param {number} size
     * @param {string[]} colours
     */
    static hatch(pen, size, colours) {
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
    }
  };
})();
