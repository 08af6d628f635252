"""Who may speak, and what is known on a day: one answer for the whole project."""

import pytest
from folders import CONFLICT, files
from rows import reports, september

from geo.reading.conflict import conflict_of
from geo.timeline import admitted, control, timeline_of

SIDES = ["taliban", "nrf", "outlet", "third_party"]
PUBLISHED = {"published_from": september(4), "published_to": september(6)}


@pytest.mark.parametrize(
    ("narrator", "heard"),
    [("everyone", SIDES), ("taliban", ["taliban"]), ("nrf", ["nrf"]), ("others", ["outlet", "third_party"])],
)
def test_a_narrator_hears_only_its_own_side(narrator, heard):
    table = reports(*({"claimant_side": side} for side in SIDES))
    assert table["claimant_side"][admitted(table, narrator, None)].tolist() == heard


@pytest.mark.parametrize(
    ("known", "exists"), [(5, False), (6, True), (7, True)], ids=["the eve", "the day", "the day after"]
)
@pytest.mark.parametrize("narrator", ["everyone", "others"])
def test_an_article_is_known_from_its_last_possible_day_of_publication_on(narrator, known, exists):
    assert admitted(reports(PUBLISHED), narrator, september(known)).tolist() == [exists]


def test_without_a_day_of_knowledge_everything_is_known():
    assert admitted(reports(PUBLISHED, {"published_to": ""}), "everyone", None).tolist() == [True, True]


def test_an_article_without_a_day_of_publication_is_known_on_no_day():
    assert admitted(reports({"published_to": ""}), "everyone", september(30)).tolist() == [False]


def test_both_must_hold_who_speaks_and_what_is_known():
    table = reports({"claimant_side": "nrf"} | PUBLISHED, PUBLISHED, {"claimant_side": "nrf"})
    assert admitted(table, "nrf", september(5)).tolist() == [False, False, True]


def test_a_side_that_says_nothing_and_holds_nothing_is_a_narrator_of_an_empty_map():
    silent = '[[sides]]\nid = "green"\nname = "Green"\n\n[[actors]]'
    read = conflict_of(files(conflict=CONFLICT.replace("[[actors]]", silent, 1).encode()))
    shown = control(timeline_of(read, "green"), read.last_day)
    assert set(shown["status"]) == {"unreported"}
