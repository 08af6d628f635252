"""Waiting for a page to stand still: by what it does, not by the clock."""

from typing import Any

from playwright.sync_api import Page

QUIET_FRAMES = 8
"""So many pictures of the browser without a change of the document: it stands still."""

FRAMES = """count => new Promise((done) => {
  const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
  next();
})"""

STILL = """async (count) => {
  const until = performance.now() + 20000;
  const moving = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
  const frames = FRAMES;
  let changes = 0;
  const watch = new MutationObserver((all) => { changes += all.length; });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  do {
    if (performance.now() > until) throw new Error("the page does not come to rest");
    changes = 0;
    await frames(count);
  } while (changes || document.readyState !== "complete" || document.getAnimations().some(moving)
    || [...document.images].some((image) => !image.complete));
  watch.disconnect();
}""".replace("FRAMES", FRAMES)


def frames(page: Any, count: int = 3) -> None:
    """Wait until the browser has drawn so many pictures: what a script puts off to the next one is done."""
    page.evaluate(FRAMES, count)


def still(page: Page) -> None:
    """Wait until the page's script on the server rests and no document of the page changes any more."""
    if page.locator(".stApp").count():
        page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    for frame in page.frames:
        if frame.parent_frame is None or frame.frame_element().is_visible():
            frame.evaluate(STILL, QUIET_FRAMES)
