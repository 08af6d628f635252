/* A page without a map asks a new server for its view as soon as it is connected to it, so that the next click counts; a
 * page with a map tells the server what it shows (geo/paint/assets).
 *
 * Assumptions about Streamlit, with a test in tests/browser/test_comes_back.py: `.stApp` says in
 * `data-test-connection-state` whether the page has a server, and Streamlit runs the page's script at `popstate`.
 */
"use strict";
(() => {
  const STATE = "data-test-connection-state";
  const app = document.querySelector(".stApp");
  if (!app || app.hasAttribute("data-geo-comes-back")) return;
  app.setAttribute("data-geo-comes-back", "");
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector(".st-key-mine")) event.preventDefault(); // a visitor's own map would be gone
  });
  const connected = () => app.getAttribute(STATE) === "CONNECTED";
  let before = connected();
  new MutationObserver(() => {
    const now = connected();
    if (now && !before && !document.querySelector("iframe[title*=st_folium]"))
      window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    before = now;
  }).observe(app, { attributes: true, attributeFilter: [STATE] });
})();
