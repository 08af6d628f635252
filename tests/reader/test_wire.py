"""How wire copy tells it: datelines."""

import pytest
from invented import read

from geo.reader.sentences import sentences


@pytest.mark.parametrize(
    "dateline",
    [
        "May 13 (NWA) - ",
        "KUHDAR, May 13 (NWA) - ",
        "Kuhdar, 13 May (NWA) — ",
        "Port Sarin (NWA) – ",
        "KUHDAR, Upland — ",
    ],
)
def test_a_dateline_is_nobodys_words(dateline):
    (row,) = read(f"{dateline}The Reds said they had taken Zarnab.")
    assert (row.claimant, row.quote) == ("The Reds", "they had taken Zarnab")
    assert row.date_from == ""
    assert row.sentence == "The Reds said they had taken Zarnab."


@pytest.mark.parametrize(
    "text",
    [
        "BLUE Front: we hold Zarnab.",
        "The Blue Front (BF) – which is strong – holds Zarnab.",
        "Zarnab fell on May 13 - the day it rained.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text):
    assert [one.text for one in sentences(text)] == [text]
