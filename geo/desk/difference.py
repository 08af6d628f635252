"""Where and when two accounts make an area look otherwise, in the sentences' own words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from geo.sentences import Account, area_name, marks_in_words, state_in_words

if TYPE_CHECKING:
    from geo.looks import Look, Looks
    from geo.reading import Conflict
    from geo.sentences import AreaControl
    from geo.words import Words

ONE_DAY = timedelta(days=1)


class Difference(NamedTuple):
    """A run of days, both ends included, on which an area looks otherwise; `text` says how."""

    area_id: str
    first: date
    last: date
    text: str
    before: "Look"
    after: "Look"


def differences(
    accounts: tuple[Account, Account], tables: tuple["Looks", "Looks"], areas: Sequence[str], words: "Words"
) -> Iterator[Difference]:
    """Yield where two accounts of everyone's differ, area by area, each in the order of days."""
    last = accounts[1].conflict.last_day
    for area in areas:
        steps = [_steps(table, area) for table in tables]
        days = sorted({*steps[0], *steps[1]})
        runs = zip(days, [*(day - ONE_DAY for day in days[1:]), last][: len(days)], strict=True)
        looks = [table.table[0] for table in tables]
        waiting: Difference | None = None
        for first, end in runs:
            looks = [at.get(first, now) for at, now in zip(steps, looks, strict=True)]
            if first > last or looks[0] == looks[1]:
                continue
            rows = [account.area(area, first) for account in accounts]
            text = _text(accounts[1].conflict, rows, looks, words)
            found = Difference(area, first, end, text, *looks)
            if waiting and waiting.text == text and waiting.last + ONE_DAY == first:
                waiting = waiting._replace(last=end)
                continue
            if waiting:
                yield waiting
            waiting = found
        if waiting:
            yield waiting


def _steps(table: "Looks", area: str) -> dict[date, "Look"]:
    """Return the days from which an area has another look."""
    rows = table.changes[table.changes["area_id"] == area]
    return {day.date(): table.table[look] for day, look in zip(rows["day"], rows["look"], strict=True)}


def _text(
    conflict: "Conflict", rows: "Sequence[AreaControl]", looks: Sequence["Look"], words: "Words"
) -> str:
    """Return how an area looks otherwise: who is said to hold it, its marks, or only its firmness."""
    before, after = (state_in_words(conflict, row, words) for row in rows)
    parts = [words.say("explain.change.state", before=before, after=after)] if before != after else []
    parts += marks_in_words(rows[0], rows[1], words)
    if not parts:
        parts = [_firmness(looks, words)]
    return words.say("explain.joined").join(parts)


def _firmness(looks: Sequence["Look"], words: "Words") -> str:
    """Return how firm a colour was and is; where that is alike, how the area is described now."""
    before, after = (words.say(f"coding.strength.{look.strength}") for look in looks)
    return (
        looks[1].sentence
        if before == after
        else words.say("explain.change.state", before=before, after=after)
    )


def in_words(conflict: "Conflict", found: Sequence[Difference], words: "Words") -> Iterator[str]:
    """Yield a sentence for each way in which areas look otherwise on the same days, the areas together."""
    together: dict[tuple[date, date, str], list[str]] = {}
    for one in found:
        together.setdefault((one.first, one.last, one.text), []).append(one.area_id)
    for (first, last, text), areas in together.items():
        names = words.list([area_name(conflict, area, words) for area in areas])
        key = "from_on" if last >= conflict.last_day and first != last else "on"
        days = words.short_day(first) if key == "from_on" else words.days(first, last)
        yield words.say(f"coding.preview.{key}", areas=names, text=text, days=days)
