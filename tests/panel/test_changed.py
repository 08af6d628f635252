"""geo.panel.changed: what changed since the day before, and where two maps differ."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from panjshir import conflict

from geo.panel.changed import changes_html, pair_html, partings_html, turned_html
from geo.sentences import Account, changes_on
from geo.view import View
from geo.words import load_words

WORDS = load_words("en")
FIFTH, SIXTH, SEVENTH = date(2021, 9, 5), date(2021, 9, 6), date(2021, 9, 7)
LATER = {"date_to": "2021-09-06"}
FIGHTING = {"claim": "fighting", "party": ""}

Made = Callable[..., Any]


def link(*asked: str) -> str:
    """Return an address that shows what it was asked for."""
    return "?" + "&".join(asked)


def changes(account: Account, day: date) -> str:
    """Return what changed on a day, as HTML."""
    return changes_html(account, day, WORDS, link)


def turned(account: Account, day: date) -> str:
    """Return which areas changed on a day, as the text of one line."""
    return " ".join(re.sub("<[^>]*>", "", turned_html(account, day, WORDS, link)).split())


def hills(number: int, **row: str) -> list[dict[str, str]]:
    """Return one row about each of some hills."""
    return [{"area_id": f"a{n}", **row} for n in range(1, number + 1)]


CHANGED = """\
<section class="geo-changes" data-part="changes">
<h2>What changed <span class="n">Since 5 September</span></h2>
<ul>
<li><b><bdi>East</bdi></b>: no statement → Red, by their own word · \
<a href="?east&amp;r2" data-area="east" data-reports="r2 r3" target="_self">the words</a></li>
<li><b><bdi>Hill 1</bdi></b>: fighting reported · \
<a href="?a1&amp;r4" data-area="a1" data-reports="r4" target="_self">the words</a></li>
</ul>
</section>"""


def test_what_changed_is_said_per_area_with_the_words_behind_it(told: Made) -> None:
    east = LATER | {"area_id": "east"}
    made = told({}, east, east | {"claimant": "x"}, LATER | FIGHTING | {"area_id": "a1"}, areas=1)
    assert changes(made, SIXTH) == CHANGED


def test_one_line_names_the_areas_that_changed_and_leads_to_each(told: Made) -> None:
    east = LATER | {"area_id": "east"}
    made = told({}, east, LATER | FIGHTING | {"area_id": "a1"}, areas=1)
    assert turned(made, SIXTH) == "2 areas changed on the map: East, Hill 1"
    assert '<a href="?east" data-area="east" target="_self">' in turned_html(made, SIXTH, WORDS, link)


def test_the_line_counts_the_areas_that_it_does_not_name(told: Made) -> None:
    counted = {number: turned(told({}, *hills(number, **LATER), areas=number), SIXTH) for number in (1, 8, 9)}
    assert counted[1] == "1 area changed on the map: Hill 1"
    assert counted[8].endswith(", Hill 7, Hill 8")
    assert counted[9].startswith("9 areas changed")
    assert counted[9].endswith(", Hill 8 and 1 more")


def test_the_line_says_that_nothing_changed_but_not_on_the_first_day_which_has_no_eve(told: Made) -> None:
    made = told({}, LATER | {"area_id": "east"})
    assert turned(made, made.conflict.first_day) == ""
    assert turned(made, SEVENTH) == "No area changed on the map."


@pytest.mark.parametrize("narrator", ["everyone", "taliban", "nrf", "others"])
def test_the_line_counts_as_many_areas_as_the_list_of_changes_has(narrator: str) -> None:
    account = Account(conflict(), narrator)
    counts = {day: len(changes_on(account, day, WORDS).found) for day in account.changing}
    assert counts == {day: len(areas) for day, areas in account.changing.items()}


LAST = """\
<section class="geo-changes" data-part="changes">
<h2>What changed <span class="n">Since 6 September</span></h2>
<p class="quiet">Nothing on the map changed since 6 September. The last change was on 6 September:</p>
<ul>
<li><b><bdi>East</bdi></b>: no statement → Red, by their own word · \
<a href="?east&amp;r2" data-area="east" data-reports="r2" target="_self">the words</a></li>
</ul>
</section>"""


def test_where_nothing_changed_the_last_change_is_told(told: Made) -> None:
    assert changes(told({}, LATER | {"area_id": "east"}), SEVENTH) == LAST


NEVER = """\
<section class="geo-changes" data-part="changes">
<h2>What changed <span class="n">Since 5 September</span></h2>
<p class="quiet">Nothing on the map changed since 5 September. Nothing changed before that, either.</p>
</section>"""


def test_where_nothing_ever_changed_that_is_said(told: Made) -> None:
    assert changes(told({}, narrator="blue"), SIXTH) == NEVER


@pytest.mark.parametrize(
    ("day", "told_of"),
    [(date(2021, 9, 4), False), (FIFTH, False), (SIXTH, True)],
    ids=["the eve of the first day", "the first day", "the day after"],
)
def test_on_the_first_day_nothing_can_have_changed(told: Made, day: date, told_of: bool) -> None:
    assert bool(changes(told({}), day)) is told_of
    assert (changes(told({}), day) == "") is not told_of


@pytest.mark.parametrize(
    ("changed", "named", "more"),
    [
        (14, 14, ""),
        (15, 15, ""),
        (16, 15, "1 more area changed."),
        (17, 15, "2 more areas changed."),
    ],
)
@pytest.mark.parametrize("day", [SIXTH, SEVENTH], ids=["on its day", "as the last change"])
def test_fifteen_changes_are_named_and_the_rest_counted(
    told: Made, changed: int, named: int, more: str, day: date
) -> None:
    html = changes(told({}, *hills(changed, **LATER), areas=changed), day)
    assert html.count("<li>") == named
    assert html.count(f'<p class="quiet">{more}</p>') == bool(more)
    assert ("more area" in html) == bool(more)
    assert html.index('data-area="a1"') < html.index('data-area="a14"')
    assert ('data-area="a16"' in html) is False


def test_a_change_that_no_report_made_has_no_words_behind_it(told: Made) -> None:
    asked = []
    html = changes_html(told({}, FIGHTING), SIXTH, WORDS, lambda *what: str(asked.append(what)))
    assert "<li><b><bdi>West</bdi></b>: no report of fighting for this day</li>" in html
    assert asked == [("west",)]


PARTED = """\
<section class="geo-changes geo-partings" data-part="partings">
<h2>Where the two maps differ</h2>
<ul><li>EAST: Red say Red, Blue say nothing</li></ul>
</section>""".replace("EAST", '<a href="?east" data-area="east" target="_self"><bdi>East</bdi></a>')

SAME = """\
<section class="geo-changes geo-partings" data-part="partings">
<h2>Where the two maps differ</h2>
<p class="quiet">The two maps say the same about every area.</p></section>"""


def parted(told: Made, *rows: dict[str, str], areas: int = 0) -> str:
    """Return where the accounts of Red and Blue differ, as HTML."""
    accounts = tuple(told(*rows, areas=areas, narrator=side) for side in ("red", "blue"))
    views = View(FIFTH, "red"), View(FIFTH, "blue")
    return partings_html(accounts, views, WORDS, link)  # type: ignore[arg-type]


def test_where_two_accounts_differ_is_said_per_area(told: Made) -> None:
    assert parted(told, {"area_id": "east"}) == PARTED


def test_where_they_never_differ_that_is_said(told: Made) -> None:
    assert parted(told, {"area_id": "east", "claimant_side": "outlet", "voice_id": "paper"}) == SAME


@pytest.mark.parametrize(
    ("differ", "named", "more"),
    [
        (39, 39, ""),
        (40, 40, ""),
        (41, 40, "1 more area differs."),
        (42, 40, "2 more areas differ."),
    ],
)
def test_forty_differences_are_named_and_the_rest_counted(
    told: Made, differ: int, named: int, more: str
) -> None:
    html = parted(told, *hills(differ), areas=differ)
    assert html.count("<li>") == named
    assert html.count(f'<p class="quiet">{more}</p>') == bool(more)
    assert ("more area" in html) == bool(more)
    assert "<bdi>Hill 1</bdi></a>: Red say Red, Blue say nothing</li><li><a " in html


@pytest.mark.parametrize(
    ("days", "words"),
    [((5, 6), "on 5 Sep nothing, on 6 Sep Red"), ((6, 5), "on 6 Sep Red, on 5 Sep nothing")],
    ids=["earlier first", "later first"],
)
def test_each_view_is_told_by_its_own_account_on_its_own_day(
    told: Made, days: tuple[int, int], words: str
) -> None:
    account = told({}, LATER | {"area_id": "east"})
    first, second = (View(date(2021, 9, day)) for day in days)
    html = partings_html((account, account), (first, second), WORDS, link)
    assert f"<bdi>East</bdi></a>: {words}</li>" in html


def test_each_map_has_one_account(told: Made) -> None:
    account = told({})
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        partings_html((account, account), (View(FIFTH),), WORDS, link)  # type: ignore[arg-type]


def test_who_names_another_holder_stands_before_who_only_says_it_less_surely(told: Made) -> None:
    outlet = {"claimant_side": "outlet", "voice_id": "paper"}
    accounts = told({}, {"area_id": "east"}, outlet, narrator="red"), told({}, outlet, narrator="everyone")
    views = View(FIFTH, "red"), View(FIFTH)
    html = partings_html(accounts, views, WORDS, link)
    assert html.index("East") < html.index("<h3>The same holder, said with different certainty</h3>")
    assert html.index("<h3>") < html.index("West")


def test_the_lists_of_two_maps_stand_under_their_titles() -> None:
    html = pair_html([("A & B", "<ul>first</ul>"), ("C", "<ul>second</ul>")], WORDS)
    order = [
        html.index(part)
        for part in ("<bdi>A &amp; B</bdi>", "<ul>first</ul>", "<bdi>C</bdi>", "<ul>second</ul>")
    ]
    assert order == sorted(order)
