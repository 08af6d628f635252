/* Everything that is touched of Leaflet's private fields. Nothing else in this folder reads or writes a `_…` field.
 *
 * Assumptions, each with a test in tests/browser/test_assumptions.py:
 * 1. A map zooms without animation once `map._zoomAnimated` is false (the option is read only when a map is made).
 * 2. A map takes its size from `map._size` until the next `invalidateSize` (of a hidden frame it would be zero).
 * 3. A shape drawn with SVG keeps its element in `layer._path`.
 * 4. The canvas renderer keeps its context in `_ctx`, calls `_updatePoly(layer)` to draw a polygon, and sets `_drawing`
 *    while it does.
 * 5. A polygon's rings stand projected and clipped in `layer._parts`; a new view makes a new array.
 * 6. Shapes that answer to the pointer have the class `leaflet-interactive`.
 */
"use strict";
(() => {
  const gp = window.geoPaint;

  /** Class of shapes that answer to the pointer. */
  const INTERACTIVE = "leaflet-interactive";

  /** @param {PrivatePolygon} layer */
  const pathOnCanvas = (layer) => {
    if (layer.gpPath && layer.gpParts === layer._parts) return layer.gpPath;
    const path = new Path2D();
    for (const part of layer._parts) {
      part.forEach((point, i) => path[i ? "lineTo" : "moveTo"](point.x, point.y));
      path.closePath();
    }
    layer.gpParts = layer._parts;
    layer.gpPath = path;
    return path;
  };

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {PrivatePolygon} layer
   * @param {number} [thin] how thick its line is, if not as its options say
   */
  const draw = (pen, layer, thin) => {
    if (!layer._parts || !layer._parts.length) return;
    const path = pathOnCanvas(layer);
    const { fillColor = "#fff", color = "#000", weight = 1 } = layer.options;
    pen.fillStyle = fillColor;
    pen.fill(path, "evenodd");
    pen.strokeStyle = color;
    pen.lineWidth = thin ?? weight;
    pen.stroke(path);
  };

  /** Leaflet's canvas with a kept path per area: a day repaints the changed areas only, hatches included. */
  const KeepingCanvas = L.Canvas.extend({
    /**
     * @this {PrivateCanvas}
     * @param {PrivatePolygon} layer
     */
    _updatePoly(layer) {
      if (this._drawing) draw(this._ctx, layer, this.options.weight?.());
    },
  });

  gp.leaflet = {
    INTERACTIVE,

    /** A canvas that can repaint single areas. */
    keepingCanvas: (options) =>
      new /** @type {new (options: L.RendererOptions) => L.Canvas} */ (/** @type {unknown} */ (KeepingCanvas))(options),

    /** The context that a canvas draws with. */
    pen: (renderer) => /** @type {PrivateCanvas} */ (renderer)._ctx,

    /** Draws one area again, in the colours that its options now have. */
    repaint(renderer, layer) {
      const { _ctx: pen, options } = /** @type {PrivateCanvas} */ (renderer);
      draw(pen, /** @type {PrivatePolygon} */ (layer), options.weight?.());
    },

    /** The SVG element of a shape that is on the map. */
    element: (layer) => /** @type {PrivatePolygon} */ (layer)._path,

    stopAnimatedZoom(map) {
      /** @type {PrivateMap} */ (map)._zoomAnimated = false;
    },

    /** Lets a map that is too small to be laid out think that it is `least` wide and high. */
    atLeast(map, least) {
      const size = map.getSize();
      if (size.x >= least && size.y >= least) return;
      /** @type {PrivateMap} */ (map)._size = L.point(Math.max(size.x, least), Math.max(size.y, least));
    },
  };
})();
