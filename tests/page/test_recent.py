"""geo.page.recent: caches lose what they keep of contents that were replaced long ago, and nothing else."""

from collections.abc import Iterator
from threading import Condition

import pytest

from geo.page import recent


@pytest.fixture
def kept() -> Iterator[dict[tuple[str, int], str]]:
    before = list(recent._WATCHED)
    recent._RECENT.clear()
    cache = {(f"content-{number}", view): "html" for number in range(40) for view in range(2)}
    recent.watch(cache, Condition(), lambda key: key[0])
    yield cache
    recent._WATCHED[:] = before
    recent._RECENT.clear()


def contents(kept: dict[tuple[str, int], str]) -> set[str]:
    return {content for content, _ in kept}


def test_what_was_shown_last_is_kept_whole(kept):
    for number in range(recent.MOST_CONTENTS):
        recent.on_the_page(f"content-{number}")
    assert len(kept) == 80
    recent.on_the_page("content-39")
    assert "content-0" not in contents(kept)
    assert len(kept) == 78


def test_a_content_that_is_shown_again_and_again_stays(kept):
    for number in range(40):
        recent.on_the_page("content-0")
        recent.on_the_page(f"content-{number}")
    assert "content-0" in contents(kept)
    assert len(contents(kept)) == recent.MOST_CONTENTS
