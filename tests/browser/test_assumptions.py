"""What the script takes for granted of Leaflet's and Streamlit's insides, with words for what broke.

The lists stand at the top of leaflet_private.js and streamlit_inside.js.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import pytest
from map_frame import map_files, message, open_map
from page_parts import MAPS, SLIDER
from playwright.sync_api import Frame, Page, expect
from tabs import USUAL, Tabs
from walks import PANJSHIR, Walk

__all__ = ["map_files", "open_map"]

Open = Callable[..., Any]
ANSWER_MS = 1_500
"""Longer than a rerun takes."""

PATIENCE_S = 20
TRIES = 5
IDLE = "[data-test-script-state=notRunning]"


@pytest.fixture(scope="session")
def walk() -> Walk:
    """Return one conflict: nothing here depends on which."""
    return PANJSHIR


# --- Leaflet ---


@pytest.fixture
def leaflet(open_map: Open) -> Callable[..., Any]:
    """Return what runs a script in the map's frame with its first `view`, drawn as SVG or on canvas."""

    def run(script: str, renderer: str = "svg") -> Any:
        page = open_map(message(PANJSHIR.day), renderer=renderer)
        body = f"const view = geoPaint.frame.views[0], {{ map, layers, renderer }} = view; {script}"
        return page.evaluate(f"async () => {{ {body} }}")

    return run


def test_a_map_zooms_at_once_when_it_is_told_not_to_animate(leaflet: Callable[..., Any]) -> None:
    before, after = leaflet(
        """const known = typeof map._zoomAnimated;
        geoPaint.leaflet.stopAnimatedZoom(map);
        const wanted = map.getZoom() + 1;
        map.setZoom(wanted);
        return [known, map.getZoom() === wanted];"""
    )
    assert before == "boolean", "Leaflet's maps no longer have the field _zoomAnimated"
    assert after, "Leaflet animates a zoom although _zoomAnimated is false: reduced motion is not respected"


def test_a_map_takes_its_size_from_a_field_that_can_be_set(leaflet: Callable[..., Any]) -> None:
    real, given, again = leaflet(
        """const size = () => [map.getSize().x, map.getSize().y];
        const real = size();
        geoPaint.leaflet.atLeast(map, 5000);
        const given = size();
        map.invalidateSize({ animate: false });
        return [real, given, size()];"""
    )
    assert given == [5000, 5000], "Leaflet no longer takes a map's size from _size: hidden frames break"
    assert again == real, "Leaflet's invalidateSize no longer measures the map anew"


def test_a_shape_keeps_its_svg_element(leaflet: Callable[..., Any]) -> None:
    found = leaflet(
        "return layers.every((layer) => geoPaint.leaflet.element(layer) instanceof SVGPathElement);"
    )
    assert found, "Leaflet no longer keeps a shape's SVG element in _path: a day cannot be painted"


def test_the_canvas_keeps_its_context(leaflet: Callable[..., Any]) -> None:
    found = leaflet("return geoPaint.leaflet.pen(renderer) instanceof CanvasRenderingContext2D;", "canvas")
    assert found, "Leaflet's canvas no longer keeps its context in _ctx: big maps cannot be painted"


def test_the_canvas_draws_polygons_through_our_method(leaflet: Callable[..., Any]) -> None:
    drawn = leaflet(
        """for (const layer of layers) delete layer.gpPath;
        map.setZoom(map.getZoom() + 0.3, { animate: false });
        await new Promise((done) => setTimeout(done, 300));
        return layers.some((layer) => layer.gpPath instanceof Path2D);""",
        "canvas",
    )
    assert drawn, "Leaflet's canvas no longer draws a polygon by _updatePoly while _drawing is set"


def test_a_polygons_rings_stand_projected_in_a_field_made_anew_by_a_zoom(leaflet: Callable[..., Any]) -> None:
    points, anew = leaflet(
        """const before = layers.map((layer) => layer._parts);
        const points = before.every((parts) => Array.isArray(parts))
          && before.flat(2).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
        map.setZoom(map.getZoom() + 0.3, { animate: false });
        return [points, layers.every((layer, i) => layer._parts !== before[i])];""",
        "canvas",
    )
    assert points, "Leaflet no longer keeps a polygon's projected rings in _parts: the canvas stays empty"
    assert anew, "Leaflet changes _parts in place: the canvas keeps the shapes of the zoom before"


def test_shapes_that_answer_the_pointer_have_the_known_class(leaflet: Callable[..., Any]) -> None:
    given, answers = leaflet(
        """const shape = L.polygon(layers[0].getLatLngs()).addTo(map);
        const drawn = shape.getElement();
        const marked = drawn.classList.contains(geoPaint.leaflet.INTERACTIVE);
        return [marked, getComputedStyle(drawn).pointerEvents];"""
    )
    assert given, "Leaflet no longer marks shapes that can be clicked with the class leaflet-interactive"
    assert answers not in {"none", ""}, "Leaflet's style no longer lets leaflet-interactive take clicks"


# --- Streamlit ---


class Bare:
    """The page with a map whose script is loaded but never started, so that nothing helps Streamlit."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.slider = page.locator(SLIDER)
        self.next = page.locator(".st-key-day_next button")
        page.locator(IDLE).first.wait_for()
        self.frame = self.loaded()

    def loaded(self) -> Frame:
        """Return the map's frame once it has the script; Streamlit may make the frame twice."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            for frame in self.page.frames:
                if "st_folium" in frame.url and frame.evaluate("Boolean(window.geoPaint?.start)"):
                    return frame
            self.page.wait_for_timeout(100)
        pytest.fail("the map's frame never got its script")

    def said(self) -> str:
        """Return what the thumb says to a screen reader."""
        return self.slider.get_attribute("aria-valuetext") or ""

    def told(self, day: date) -> bool:
        """Whether the server hears of a day within a while."""
        for _ in range(ANSWER_MS // 100):
            if f"date={day}" in self.page.url:
                return True
            self.page.wait_for_timeout(100)
        return False


@contextmanager
def opened(tabs: Tabs, server: str) -> Iterator[Bare]:
    """Give the page on the eve of the quarrel, without our script."""
    page = tabs.empty()
    stub = "geoPaint.start = async () => {}; geoPaint.show = () => {};"
    page.route(
        re.compile(r"/media/[0-9a-f]+[.](js|mjs|es)$"),  # the script, all of its files in one
        lambda route: route.fulfill(body=f"{route.fetch().text()}\n{stub}", content_type="text/javascript"),
    )
    page.set_viewport_size(USUAL)
    page.goto(f"{server}/?date={PANJSHIR.eve}")
    page.locator(MAPS).wait_for()
    yield Bare(page)
    page.unroute_all()
    tabs.put_back(page)


@pytest.fixture(scope="module")
def seen(tabs: Tabs, server: str) -> Iterator[Bare]:
    """Return the page of those tests that only look at it."""
    with opened(tabs, server) as page:
        yield page


@pytest.fixture
def bare(tabs: Tabs, server: str) -> Iterator[Bare]:
    """Return a page for a test that does something with it."""
    with opened(tabs, server) as page:
        yield page


def test_the_frame_can_read_the_page_around_it(seen: Bare) -> None:
    same = seen.frame.evaluate("geoPaint.streamlit.page() !== null")
    assert same, "Streamlit serves the map's frame from another origin: the map cannot follow the slider"


@pytest.mark.parametrize(
    ("place", "what"),
    [(SLIDER, "slider"), (".st-key-day_back button", "button"), (".st-key-day_next button", "button")],
)
def test_a_widget_stands_in_an_element_with_its_key_as_class(seen: Bare, place: str, what: str) -> None:
    why = f"Streamlit no longer puts the {what} into an element of class st-key-…, or draws it otherwise"
    expect(seen.page.locator(place), why).to_have_count(1)


def test_the_sliders_day_is_written_where_a_screen_reader_reads_it(seen: Bare) -> None:
    assert str(PANJSHIR.eve) in seen.said(), "Streamlit no longer writes the slider's day into aria-valuetext"


def test_the_sliders_value_is_in_microseconds(seen: Bare) -> None:
    wanted = datetime.fromisoformat(f"{PANJSHIR.eve}T00:00:00+00:00").timestamp() * 1e6
    assert float(seen.slider.input_value()) == wanted, "Streamlit's slider no longer counts in microseconds"


def test_the_sliders_own_label_is_its_name(seen: Bare) -> None:
    why = "Streamlit's slider no longer has its label in aria-label: a screen reader hears no name"
    expect(seen.slider, why).to_have_attribute("aria-label", "Day")


def test_the_thumb_can_be_moved_without_the_server_hearing_of_it(bare: Bare) -> None:
    bare.frame.evaluate(
        "iso => geoPaint.streamlit.moveThumb(geoPaint.streamlit.slider(parent.document), iso)",
        str(PANJSHIR.day),
    )
    why = "Streamlit's thumb no longer follows the events `input` and `change`: play leaves it behind"
    expect(bare.slider, why).to_have_attribute("aria-valuetext", str(PANJSHIR.day))
    why = "Streamlit tells the server of every `input` of the slider: play asks it at every step"
    assert not bare.told(PANJSHIR.day), why


def test_a_key_on_the_slider_tells_the_server(bare: Bare) -> None:
    bare.slider.press("ArrowRight")
    assert bare.told(PANJSHIR.day), "Streamlit no longer tells the server of an arrow key on the slider"


def test_a_click_that_is_caught_before_the_button_does_not_reach_the_server(bare: Bare) -> None:
    bare.frame.evaluate(
        """window.caught = [];
        geoPaint.streamlit.onStep(parent.document, () => true, (days) => caught.push(days), undefined);"""
    )
    bare.next.click()
    why = "Streamlit's button for the next day takes clicks before the page can catch them: steps count twice"
    assert not bare.told(PANJSHIR.day), why
    caught = bare.frame.evaluate("caught")
    assert caught == [1], "a click on Streamlit's button no longer passes through the document"


def test_a_click_that_is_not_caught_reaches_the_server(bare: Bare) -> None:
    bare.next.click()
    assert bare.told(PANJSHIR.day), (
        "Streamlit's button for the next day no longer tells the server of a click"
    )


def test_the_app_carries_the_pages_background_and_typeface(seen: Bare) -> None:
    look = """app => { const { backgroundColor, fontFamily } = getComputedStyle(app);
      return [backgroundColor, fontFamily, getComputedStyle(document.documentElement).fontFamily]; }"""
    background, family, usual = seen.page.locator(".stApp").evaluate(look)
    assert background not in {"", "rgba(0, 0, 0, 0)"}, (
        "Streamlit's .stApp no longer has the page's background"
    )
    assert family not in {"", usual}, "Streamlit's .stApp no longer has the page's typeface"


def test_the_page_says_while_the_server_works(bare: Bare) -> None:
    bare.page.evaluate(
        """window.seen = [];
        const app = document.querySelector("[data-test-script-state]");
        const see = () => seen.push(app.dataset.testScriptState);
        new MutationObserver(see).observe(app, { attributes: true });"""
    )
    back = bare.page.locator(".st-key-day_back button")
    for button in (bare.next, back) * TRIES:  # a short run may end before the page has drawn that it began
        button.click()
        bare.page.locator(IDLE).first.wait_for()
        assert bare.told(PANJSHIR.day if button is bare.next else PANJSHIR.eve)
        if "running" in (seen := bare.page.evaluate("seen")):
            break
    why = (
        "data-test-script-state no longer says that Streamlit's server works: clicks are sent again too soon"
    )
    assert "running" in seen, why


def test_the_page_says_whether_it_has_a_server(seen: Bare) -> None:
    why = "data-test-connection-state no longer says that there is a server: the page does not come back"
    expect(seen.page.locator(".stApp"), why).to_have_attribute("data-test-connection-state", "CONNECTED")


def test_each_message_to_the_frame_is_an_event_and_tells_a_height(bare: Bare) -> None:
    bare.frame.evaluate(
        """window.rendered = 0; window.heights = 0;
        Streamlit.events.addEventListener("streamlit:render", () => { rendered += 1; });
        Streamlit.setFrameHeight = () => { heights += 1; };"""
    )
    bare.next.click()
    assert bare.told(PANJSHIR.day)
    bare.page.wait_for_timeout(300)
    rendered, heights = bare.frame.evaluate("[rendered, heights]")
    assert rendered, "Streamlit's component no longer sends the event streamlit:render"
    assert heights, "Streamlit's map no longer sets its height by Streamlit.setFrameHeight: the frame jumps"


def test_choices_side_by_side_are_radios_and_the_chosen_one_says_so(bare: Bare) -> None:
    chosen = bare.page.locator(".st-key-narrator [data-testid=stButtonGroup] [role=radiogroup]").locator(
        "[role=radio][aria-checked=true]"
    )
    why = "Streamlit's segmented control is no group of radios any more: Tab does not land on the chosen one"
    expect(chosen, why).to_have_text("Everyone")


def test_the_slider_takes_its_direction_from_the_locale_that_we_set(bare: Bare) -> None:
    where = """slider => {
      const thumb = slider.closest("div").parentElement.getBoundingClientRect();
      const track = slider.closest("[data-testid=stSlider]").getBoundingClientRect();
      return (thumb.left + thumb.width / 2 - track.left) / track.width; }"""
    before = bare.slider.evaluate(where)
    turned = bare.frame.evaluate("geoPaint.streamlit.turnSlider(parent.document, 'fa', 'rtl')")
    bare.page.wait_for_timeout(300)
    after = bare.slider.evaluate(where)
    assert turned
    why = "Streamlit's slider ignores react-aria's locale: a Dari page has it reversed"
    assert abs(before + after - 1) < abs(after - before), why
