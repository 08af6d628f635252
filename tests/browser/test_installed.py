"""The dashboard of an installed wheel, started in another folder, in Chromium."""

from collections.abc import Callable
from pathlib import Path

from installed import run, serving
from page_parts import Parts
from playwright.sync_api import Page, expect


def test_the_map_of_a_new_folder_is_drawn(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    assert run("panjshir-map", "new", "mine", folder=tmp_path).returncode == 0
    with serving(tmp_path, "mine") as address:
        parts = Parts(open_page(base=address))
        expect(parts.shapes.first).to_be_visible()
        expect(parts.page.get_by_text("invented").first).to_be_visible()
