/* Runs first in the page: tells when something that a reader can see has changed, there or in a frame of it. */
(() => {
  if (window.top !== window) return;
  const clock = () => performance.timeOrigin + performance.now();
  const bench = (window.__bench = { dates: [], frames: [], waiting: new Set(), t0: 0 });

  /** Wait for all of `signs` after the next `trigger` event; `done` resolves to milliseconds till painted. */
  bench.arm = ({ signs, areas, badge, panel, trigger = "keydown" }) => {
    Object.assign(bench, { t0: 0, areas, badge, panel, trigger, panelAt: 0, idleAt: 0 });
    bench.waiting = new Set(signs);
    bench.textAwaited = bench.waiting.has("text");
    bench.glBefore = bench.glNow;
    bench.done = new Promise((resolve) => (bench.resolve = resolve));
    attach();
  };

  /** The same for the first visit: the clock starts with the navigation. */
  bench.arrive = (wanted) => {
    bench.arm(wanted);
    bench.t0 = performance.timeOrigin;
  };

  bench.wants = (kind) => bench.t0 > 0 && bench.waiting.has(kind);

  /** A sign was seen; when it was the last one awaited, the second frame from now shows it. */
  bench.sign = (kind) => {
    if (!bench.wants(kind)) return;
    bench.waiting.delete(kind);
    if (bench.waiting.size) return;
    requestAnimationFrame(() => requestAnimationFrame(() => bench.resolve(clock() - bench.t0)));
  };

  /** Starts of frames, and dates painted with their time, while something moves. */
  bench.record = () => {
    Object.assign(bench, { frames: [], dates: [], recording: true });
    attach();
    const tick = (at) => {
      bench.frames.push(at);
      if (bench.recording) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  };

  for (const type of ["keydown", "click"]) {
    const start = (event) => {
      if (bench.waiting.size && !bench.t0 && bench.trigger === type) bench.t0 = performance.timeOrigin + event.timeStamp;
    };
    window.addEventListener(type, start, true);
  }

  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const isArea = (node) => isElement(node) && bench.areas && node.matches(bench.areas);
  const hasArea = (node) => isArea(node) || (isElement(node) && bench.areas && node.querySelector(bench.areas));

  const readBadge = (node) => {
    bench.dates.push([performance.now(), node.dataset.date]);
    if (!bench.badge || bench.badge === node.dataset.date) bench.sign("badge");
  };

  const read = (record) => {
    const { target, type } = record;
    if (record.attributeName === "data-date") return readBadge(target);
    if (record.attributeName === "data-test-script-state") {
      if (target.dataset.testScriptState === "notRunning") bench.idleAt = clock();
      return;
    }
    if (bench.wants("fill") && (type === "attributes" ? isArea(target) : [...record.addedNodes].some(hasArea)))
      bench.sign("fill");
    if (type === "attributes" || target.ownerDocument !== document) return;
    if (bench.panel && element(target).closest(bench.panel)) bench.panelAt = clock();
    if (bench.wants("text") && element(target).textContent.includes(`Day ${bench.badge || 2}`)) bench.sign("text");
  };
  const element = (node) => (isElement(node) ? node : node.parentElement || document.body);

  const wish = {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["fill", "style", "data-date", "data-test-script-state"],
  };

  const watched = new WeakSet();
  const watch = (doc) => {
    if (watched.has(doc) || !doc.documentElement || !doc.defaultView) return;
    watched.add(doc);
    new MutationObserver((records) => records.forEach(read)).observe(doc, wish);
    hookCanvas(doc.defaultView.CanvasRenderingContext2D.prototype);
    if (bench.areas && doc.querySelector(bench.areas)) bench.sign("fill");
    const badge = doc.querySelector("[data-date]");
    if (badge) readBadge(badge);
  };

  /* A frame's first document is empty and replaced in silence: look again at every animation frame. */
  const attach = () => {
    watch(document);
    for (const frame of document.querySelectorAll("iframe")) if (frame.contentDocument) watch(frame.contentDocument);
    if (bench.waiting.size) requestAnimationFrame(attach);
  };

  const hookCanvas = (pen) => {
    const { fill } = pen;
    pen.fill = function (...given) {
      if (bench.wants("fill") && this.canvas.closest(".leaflet-container")) bench.sign("fill");
      return fill.apply(this, given);
    };
  };

  /* WebGL has no elements: after a burst of drawing the picture itself is read and compared. */
  const look = (gl) => {
    const { width, height } = gl.canvas;
    const pixels = new Uint8Array(4 * width * height);
    const bound = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, bound);
    bench.glNow = new Uint32Array(pixels.buffer).reduce((sum, word) => (sum * 31 + word) | 0, 0);
    bench.looking = false;
    if (bench.glNow && bench.glNow !== bench.glBefore) bench.sign("gl");
  };
  for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      const result = draw.apply(this, given);
      if (!bench.looking && this.canvas.isConnected) {
        bench.looking = true;
        queueMicrotask(() => look(this));
      }
      return result;
    };
  }
})();
