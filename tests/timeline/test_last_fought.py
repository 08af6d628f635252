"""The last day that was fought over, where nothing but fights can show."""

import pytest
from rows import reports, september

from geo.timeline import last_fought

FIGHT = {"claim": "fighting", "party": "", "date_to": "2021-09-05"}
LATER = FIGHT | {"claim": "attacked", "date_to": "2021-09-07"}
HOLD = {"date_to": "2021-09-09"}
CELL = {"evidence": "table", "cell": "control=1", "date_from": "2021-09-09", "date_to": "2021-09-09"}


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ([FIGHT], 5),
        ([LATER, FIGHT], 7),
        ([FIGHT, HOLD], None),
        ([FIGHT, CELL], None),
        ([CELL], None),
        ([HOLD], None),
        ([FIGHT | {"polarity": "denies"}], None),
    ],
    ids=["a fight", "the later one", "a position", "a cell", "a cell alone", "no fight", "denied"],
)
def test_the_last_fight_counts_only_where_nobody_says_who_holds(rows, day):
    assert last_fought(reports(*rows)) == (september(day) if day else None)
