"""Words about a table's cell: what it has, and where; in quotation marks stands nothing that nobody said."""

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest
from folders import files, reports, sources
from made_up import statement

from geo.export.onefile import map_html
from geo.panel.cards import card
from geo.panel.panel import panel_html
from geo.reading.conflict import Conflict, conflict_of
from geo.sentences import Account, cell_in_words, footnote, repeated, rules, why
from geo.view import View
from geo.words import load_words

EN, FA = load_words(), load_words("fa")
LONG = "On 5 May 2021, clashes between armed men were recorded near the bridge of the town of West."
TABLE = {
    "evidence": "table", "quote": "", "sentence": "", "hedge": "", "source_id": "list",
    "claimant": "The List", "voice_id": "list", "claimant_side": "outlet", "cell": "control=1",
    "place_as_written": "Wst",
}  # fmt: skip


def cell(**more: str) -> dict[str, str]:
    return TABLE | {"cell_row": "4211", "date_from": "2021-05-01", "date_to": "2021-05-01"} | more


def world(*rows: dict[str, str]) -> Conflict:
    """Return the conflict of a table's rows, beside one quote of 5 September."""
    listed = sources({"source_id": "list", "outlet": "The List"}, {"source_id": "coders", "outlet": "ACLED"})
    return conflict_of(files(reports=reports(*rows), sources=listed))


ALL = world(
    cell(),
    cell(date_from="2021-05-08", date_to="2021-05-08", cell_row="4300"),
    cell(area_id="east", party="blue"),
    cell(area_id="valley", scope="all_of", party="blue", voice_id="other", source_id="coders"),
    cell(
        area_id="east", claim="fighting", party="", cell=f"notes={LONG}", claimant="Radio", source_id="coders"
    ),
    cell(area_id="east", claim="captured", cell="notes=it fell", claimant="Radio", source_id="coders"),
    cell(area_id="valley", scope="part_of", claim="present", cell="notes=seen about", source_id="coders"),
)
DAYS = [date(2021, 5, 1), date(2021, 5, 10), date(2021, 9, 4)]


@pytest.mark.parametrize(
    ("written", "row", "said"),
    [
        ("control=1", "4211", "in the table: control = 1, row 4,211"),
        ("control=1", "", "in the table: control = 1"),
        ("control=", "7", "in the table: control = , row 7"),
        (f"notes={LONG}", "4211", f"in the table, row 4,211: {LONG}"),
    ],
    ids=["short", "no row", "empty", "long"],
)
def test_a_cell_is_said_with_its_row(written, row, said):
    assert cell_in_words(statement(evidence="table", cell=written, cell_row=row), EN) == said


def test_an_interval_says_on_how_many_days_and_which():
    first, last = date(2021, 5, 1), date(2021, 5, 15)
    said = repeated(statement(cell_days=3, date_from=first, date_to=last), EN)
    assert said == "the same on 3 days, up to 15 May"
    years = {"cell_days": 20, "date_from": date(2020, 12, 7), "date_to": date(2021, 6, 15)}
    one = statement(evidence="table", cell="control=0", cell_row="18", last_row="1207", **years)
    assert cell_in_words(one, EN) == "in the table: control = 0, row 18 (7 Dec 2020)"
    assert repeated(one, EN) == "the same on 20 days, up to row 1,207 (15 Jun 2021)"
    assert repeated(statement(cell_days=1, date_from=first, date_to=first), EN) == ""


def test_a_table_has_it_and_does_not_say_it():
    (told, *_) = why(Account(ALL), "west", date(2021, 5, 10), EN)
    assert told.text == "The table of The List has it that the Red held West."


def test_a_source_that_a_table_names_speaks_in_that_table():
    texts = [told.text for told in why(Account(ALL), "east", date(2021, 5, 1), EN)]
    assert "Radio, in the table of ACLED, reported fighting." in texts


def test_a_cell_about_a_group_is_shown_and_how_it_is_read():
    alone = world(cell(area_id="valley", scope="all_of", party="blue"))
    (told, *_) = why(Account(alone), "east", date(2021, 5, 2), EN)
    assert told.text == ("The table of The List, of Valley: control = 1 (read as: the Blue held East).")


def test_a_card_of_a_cell_has_no_quote():
    made = card(Account(ALL).said("west", date(2021, 5, 10))[0], ALL, EN)
    assert made.cell == "in the table: control = 1, row 4,211 (1 May)"
    assert made.repeated == "the same on 2 days, up to row 4,300 (8 May)"
    assert made.about == "from 1 May on"
    assert "in its own table" in made.carrier
    assert "".join(made.quote) == ""


def test_a_card_says_until_when_a_cell_stands():
    ended = world(cell(), cell(party="", date_from="2021-05-20", date_to="2021-05-20"))
    made = card(Account(ended).said("west", date(2021, 5, 10))[0], ended, EN)
    assert made.about == "from 1 May to 19 May"


ENDED = world(
    cell(date_from="2021-05-01", date_to="2021-05-01", party="blue", cell="control=0"),
    cell(date_from="2021-05-10", date_to="2021-05-10"),
    cell(party="", date_from="2021-05-20", date_to="2021-05-20", cell="control=2", cell_row="4400"),
)


def page_and_file(conflict: Conflict, area: str, day: date) -> list[str]:
    """Return the area's panel as the page has it, and all texts of the one-file map."""
    page = re.sub(r"<[^>]+>", " ", panel_html(Account(conflict), area, day, EN))
    html = map_html(conflict, View(day)).decode()
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    return [page, "\n".join(strings(json.loads(data)))]


def test_white_that_a_tables_cell_of_nobody_made_is_told_by_that_cell():
    said = (
        "From 20 May on, the table of The List names nobody in West (control = 2, row 4,400); "
        "until then it named Red there. Silence is not control."
    )
    for text in page_and_file(ENDED, "west", date(2021, 5, 22)):
        assert said in text
        assert "ended by its own table’s next cell" in text
    (page, _) = page_and_file(ENDED, "west", date(2021, 5, 22))
    assert "No statement in these reports" not in page
    assert "R3" not in page


def test_a_cell_that_the_next_one_replaced_is_not_history_by_r3():
    (page, _) = page_and_file(ENDED, "west", date(2021, 5, 12))
    assert "replaced by the same table’s next cell" in page
    assert "ended by its own" not in page
    assert "R3" not in page


@pytest.mark.parametrize("words", [EN, FA], ids=["en", "fa"])
def test_before_the_end_nothing_of_it_is_told(words):
    html = panel_html(Account(ENDED), "west", date(2021, 5, 19), words)
    assert "control = 2" not in html
    assert "control = 2" in panel_html(Account(ENDED), "west", date(2021, 5, 20), words)


@pytest.mark.parametrize("party", ["red", "blue"])
def test_a_card_is_read_as_held_by_somebody(party):
    name = ALL.actors[party].name
    made = card(Account(world(cell(party=party))).said("west", date(2021, 5, 10))[0], ALL, EN)
    assert f"read as: held by {name}" in [chip.text for chip in made.chips]


QUOTED = re.compile(r"[“«\"„]([^”»\"“]*)[”»\"“]")


@pytest.mark.parametrize("words", [EN, FA], ids=["en", "fa"])
@pytest.mark.parametrize("area", ["west", "east"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nothing_of_a_table_stands_in_quotation_marks(words, area, day):
    account = Account(ALL)
    said = [one for one in account.said(area, day) if one.of_table]
    html = panel_html(account, area, day, words)
    shown = [re.sub(r"<[^>]+>", " ", html), *(footnote(one, words) for one in said)]
    shown += [told.text for told in why(account, area, day, words)]
    assert said
    for text in shown:
        for quoted in QUOTED.findall(text):
            assert not any(part in quoted for part in ("control", "clashes", "it fell", "seen about", "Wst"))


def test_a_footnote_of_a_cell_gives_column_value_and_row():
    one = Account(ALL).said("west", date(2021, 5, 10))[0]
    assert footnote(one, EN).startswith("The List, in the table: control = 1, row 4,211 (1 May), about ")


def test_in_the_one_file_map_nothing_of_a_table_stands_in_quotation_marks():
    page = map_html(ALL, View(date(2021, 5, 10))).decode()
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    texts = list(strings(json.loads(data)))
    assert any("in the table: control = 1, row 4,211 (1 May)" in text for text in texts)
    for text in texts:
        for quoted in re.findall(r"[“«„]([^”»“]*)[”»“]", re.sub(r"<[^>]+>", " ", text)):
            assert not any(part in quoted for part in ("control =", "clashes", "it fell", "seen about"))


def strings(value: object) -> Iterator[str]:
    """Yield every text of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def test_beside_the_map_the_rule_for_tables_is_told_where_it_applies():
    account = Account(ALL)
    quoted = rules(account.area("west", date(2021, 9, 5)), conflict_of(files()), date(2021, 9, 5), EN)
    told = rules(account.area("west", date(2021, 5, 10)), ALL, date(2021, 5, 10), EN)
    assert any("until the same table says otherwise" in one for one in told)
    assert not any("until the same table says otherwise" in one for one in quoted)
