/* Where the script starts: start(map, config), show(message). */
"use strict";
(() => {
  const gp = window.geoPaint;
  const { h } = gp;
  const FAILED_HEIGHT = 80;

  /** @type {GeoFrame | null} */
  let frame = null;
  /** @type {StepMessage | null} */
  let waiting = null;

  /**
   * Link elements for the styles, resolved when they have arrived.
   * @param {string[]} addresses
   */
  const styles = (addresses) =>
    Promise.all(
      addresses.map(
        (href) =>
          new Promise((done) => {
            document.head.append(h("link", { rel: "stylesheet", href, onload: done, onerror: done }));
          }),
      ),
    );

  /** @param {string} text */
  const failure = (text) => h("p", { class: "gp-failed", role: "alert", text });

  /**
   * Says that the map's data did not arrive, where the map would be.
   * @param {L.Map | HTMLElement} target
   * @param {FrameConfig} config
   */
  const failToStart = (target, config) => {
    const box = "getContainer" in target ? target.getContainer() : target;
    box.before(failure(new gp.Words(config).say("failed")));
    gp.streamlit.frameHeight?.(FAILED_HEIGHT);
  };

  /**
   * @param {GeoFrame} started
   * @param {StepMessage} message
   */
  const shown = (started, message) =>
    started.show(message).catch((/** @type {unknown} */ error) => {
      started.layout.root.prepend(failure(started.words.say("failed")));
      throw error;
    });

  /** Starts the frame in a Leaflet map or an element; resolves when the first map is drawn. */
  gp.start = async (target, config) => {
    gp.streamlit.takeHeight();
    try {
      const [geometry, said] = await Promise.all([
        gp.load(config.geometry),
        gp.load(config.said || {}),
        styles(config.styles || []),
        gp.borrowFont(gp.streamlit.page()),
      ]);
      const whole = { ...config, ...said };
      gp.shapes = whole.shapes;
      frame = gp.frame = new gp.Frame(target, whole, gp.unfolded(geometry));
    } catch (error) {
      failToStart(target, config);
      throw error;
    }
    if (waiting) await shown(frame, waiting);
    return frame;
  };

  /** Shows a step: day, states, selection, comparison. May be called before `start` has finished. */
  gp.show = (message) => {
    waiting = message;
    return frame ? shown(frame, message) : undefined;
  };
})();
