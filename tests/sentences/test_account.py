"""geo.sentences.account: a narrator's account, asked once and kept within bounds."""

from datetime import date, timedelta

import pytest
from made_up import account, september
from made_up import conflict as made_up

from geo.sentences import account as module

BLUE = {"party": "blue", "claimant": "Blues", "claimant_side": "blue", "voice_id": "blue"}
GROUP = {"area_id": "valley", "scope": "all_of"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[object]]:
    """Count how often an account really looks something up."""
    calls: dict[str, list[object]] = {"control": [], "statements_about": []}

    def counted(name: str, argument: int):
        real = getattr(module, name)

        def look_up(*arguments: object, **options: object) -> object:
            calls[name].append(arguments[argument])
            return real(*arguments, **options)

        return look_up

    monkeypatch.setattr(module, "control", counted("control", 1))
    monkeypatch.setattr(module, "statements_about", counted("statements_about", 1))
    return calls


def test_a_day_is_looked_up_once(asked: dict[str, list[object]]) -> None:
    told = account({})
    first = told.control(september(5))
    assert told.control(september(5)) is first
    assert asked["control"] == [september(5)]


def test_the_oldest_day_is_dropped_when_there_are_too_many(asked: dict[str, list[object]]) -> None:
    told, days = account({}), [september(1) + timedelta(days=n) for n in range(module.MOST_DAYS)]
    for day in days:
        told.control(day)
    told.control(days[0])
    assert len(asked["control"]) == module.MOST_DAYS
    told.control(days[-1] + timedelta(days=1))
    told.control(days[1])
    assert len(asked["control"]) == module.MOST_DAYS + 1
    told.control(days[0])
    assert asked["control"][-1] == days[0]


def test_fewer_days_of_a_large_map_are_kept(
    asked: dict[str, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 9)  # three areas: three days
    told = account({})
    for day in (5, 6, 7, 5, 8, 6, 5):
        told.control(september(day))
    assert asked["control"] == [september(day) for day in (5, 6, 7, 8, 5)]


def test_two_days_of_the_largest_map_are_kept_for_what_changed_between_them(
    asked: dict[str, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 1)
    told = account({})
    for day in (5, 6, 5, 6, 7, 5):
        told.control(september(day))
    assert asked["control"] == [september(day) for day in (5, 6, 7, 5)]


def test_an_area_is_a_row_of_its_day_and_days_are_kept_within_bounds() -> None:
    told = account({}, {"area_id": "east", "party": "blue", "date_to": "2021-09-06"})
    first = told.area("east", september(6))
    assert (first.holders, told.area("west", september(6)).holders) == (("blue",), ("red",))
    assert told.area("east", september(5)).holders == ()
    assert told.area("east", september(6)) is first
    for n in range(module.MOST_DAYS):
        told.area("east", september(7) + timedelta(days=n))
    again = told.area("east", september(6))
    assert again is not first
    assert vars(again) == vars(first)


def test_a_dropped_day_is_answered_as_before() -> None:
    told = account({})
    before = told.control(september(5))
    for n in range(module.MOST_DAYS + 1):
        told.control(september(6) + timedelta(days=n))
    after = told.control(september(5))
    assert after is not before
    assert after.equals(before)


def test_what_is_said_of_an_area_is_read_once_for_all_days(asked: dict[str, list[object]]) -> None:
    told = account({}, {"date_to": "2021-09-06"}, GROUP)
    assert [one.report_id for one in told.said("west", september(6))] == ["r1", "r2", "r3"]
    assert [one.report_id for one in told.said("west", september(5))] == ["r1", "r3"]
    assert asked["statements_about"] == ["west"]


@pytest.mark.parametrize(
    ("day", "there"), [(4, ()), (5, ("r1",)), (6, ("r1",))], ids=["eve", "day", "day after"]
)
def test_a_statement_is_said_from_its_first_day_on(day: int, there: tuple[str, ...]) -> None:
    assert tuple(one.report_id for one in account({}).said("west", september(day))) == there


def test_an_account_tells_its_narrators_statements_alone() -> None:
    blues = {"claimant_side": "blue", "voice_id": "blue"}
    conflict = made_up({"claimant_side": "red"}, blues)
    told = [
        [one.report_id for one in module.Account(conflict, narrator).said("west", september(9))]
        for narrator in ("everyone", "red", "blue")
    ]
    assert told == [["r1", "r2"], ["r1"], ["r2"]]


def test_an_undated_statement_is_said_on_every_day() -> None:
    told = account({}, {"date_to": ""})
    assert [one.report_id for one in told.said("west", date(2021, 9, 1))] == ["r2"]


def test_areas_are_kept_within_bounds(
    asked: dict[str, list[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_AREAS", 2)
    told = account({})
    for area in ("west", "east", "west", "north", "east", "west"):
        told.said(area, september(5))
    assert asked["statements_about"] == ["west", "east", "north", "west"]


def test_statements_come_once_each_in_the_order_asked_for() -> None:
    told = account({}, {"area_id": "east"}, {"area_id": "north"})
    assert [one.report_id for one in told.statements(["r3", "r1", "r3"])] == ["r3", "r1"]
    assert [one.report_id for one in told.statements(["r1", "r2"])] == ["r1", "r2"]
    assert told.statements([]) == []


@pytest.mark.parametrize(
    ("narrator", "known", "there"),
    [
        ("everyone", None, [True, True]),
        ("blue", None, [False, True]),
        ("others", None, [True, False]),
        ("everyone", september(4), [False, False]),
    ],
    ids=["everyone", "a side", "the others", "before anything was published"],
)
def test_an_account_knows_which_reports_exist_for_it(
    narrator: str, known: date | None, there: list[bool]
) -> None:
    told = account({}, BLUE, narrator=narrator, known=known)
    assert list(told.existing) == there
    held = told.control(september(5)).loc["west", "voted"]
    assert set(held) == {name for name, exists in zip(("r1", "r2"), there, strict=True) if exists}


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        (({},), [5]),
        (({}, {"date_to": "2021-09-07"}), [5]),
        (({}, BLUE | {"date_to": "2021-09-07"}), [5, 7]),
        ((GROUP, {"date_to": "2021-09-06"}), [5, 6]),
        (({}, {"claim": "fighting", "party": "", "date_to": "2021-09-06"}), [5, 6, 7]),
        (({}, {"area_id": "east", "date_to": "2021-09-08"}), [5, 8]),
        ((), []),
    ],
    ids=[
        "a beginning",
        "the same again",
        "another holder",
        "only the scope",
        "a mark of a day",
        "a second area",
        "nothing",
    ],
)
def test_the_days_on_which_a_look_may_change(rows: tuple[dict[str, str], ...], days: list[int]) -> None:
    told = account(*rows) if rows else account({}, narrator="blue")
    assert list(told.changing) == [september(day) for day in days]


def test_areas_that_may_change_come_in_the_order_of_the_map() -> None:
    told = account({"area_id": "north"}, {"area_id": "west"}, {"area_id": "east", "date_to": "2021-09-06"})
    order = list(told.conflict.areas.index)
    assert told.changing[september(5)] == sorted(["north", "west"], key=order.index)
    assert told.changing[september(6)] == ["east"]
