"""What changed from one day to the next, in words, each change with the reports that made it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.looks import mark_key, shown_marks
from geo.sentences.speech import hedges_of
from geo.sentences.subject import Subject, denials, state_in_words

if TYPE_CHECKING:
    from geo.sentences.account import Account
    from geo.sentences.subject import AreaControl
    from geo.words import Words

MARKS: Final = ("fighting", "changing_hands", "contradicted")
ROLES: Final = ("voted", "denying", "denied_by", "outvoted")
"""Columns of control that name the reports behind a colour."""

MANY: Final = 400
FIRST_OF_MANY: Final = 15

ONE_DAY: Final = timedelta(days=1)


class Change(NamedTuple):
    """One area whose look differs from that of the day before."""

    area_id: str
    area: str
    text: str
    report_ids: tuple[str, ...]


class Changes(NamedTuple):
    """What changed on a day, against the day before it; `more` areas changed that are not put in words."""

    day: date
    found: tuple[Change, ...]
    more: int = 0

    @property
    def areas(self) -> int:
        """In how many areas."""
        return len(self.found) + self.more


def changes_on(account: "Account", day: date, words: "Words", most: int = MANY) -> Changes:
    """Return what changed on a day, in map order: by this narrator's rows, against the day before.

    The first `most` changes are put in words; of more areas than `MANY` the first `FIRST_OF_MANY`, and the
    others are counted whether or not words would tell of them.
    """
    areas = account.changing.get(day, [])
    told = areas if len(areas) <= MANY else areas[:FIRST_OF_MANY]
    subjects = [Subject(account.conflict, area, day, words, account.narrator) for area in told]
    telling = [one for one in subjects if any(_parts(one, *_shown(account, one), ()))]
    account.expect([one.area_id for one in telling[:most]], day - ONE_DAY, day)
    found = tuple(_change(account, one) for one in telling[:most])
    return Changes(day, found, len(areas) - len(told) + len(telling) - len(found))


def last_changes(account: "Account", day: date, words: "Words", most: int = MANY) -> Changes | None:
    """Return what changed on the last day before `day` on which anything did; None = nothing ever did."""
    for earlier in reversed(account.changing):
        if earlier < day and (made := changes_on(account, earlier, words, most)).found:
            return made
    return None


def changes_around(account: "Account", day: date) -> tuple[date | None, date | None]:
    """Return the nearest days before and after `day` on which what is shown changes; None = there is none."""
    turning = [one for one in account.changing if turns(account, one)]
    before = max((one for one in turning if one < day), default=None)
    after = min((one for one in turning if one > day), default=None)
    return before, after


def turns(account: "Account", day: date) -> bool:
    """Return whether what is shown on a day differs from the day before, if the map has that day too."""
    conflict = account.conflict
    return conflict.first_day < day <= conflict.last_day and day in account.changing


def _shown(account: "Account", subject: Subject) -> tuple["AreaControl", "AreaControl"]:
    """Return what an area showed on the day before, and shows on the day (`AreaControls.shown`)."""
    old, new = (account.shown(subject.area_id, day) for day in (subject.day - ONE_DAY, subject.day))
    return old, new


def _change(account: "Account", subject: Subject) -> Change:
    old, new = (account.area(subject.area_id, day) for day in (subject.day - ONE_DAY, subject.day))
    hedges = hedges_of(subject, account.statements(denials(new)))
    text = subject.words.say("explain.joined").join(_parts(subject, old, new, hedges))
    return Change(subject.area_id, subject.area, text, _made_by(old, new))


def _parts(subject: Subject, old: "AreaControl", new: "AreaControl", hedges: Sequence[str]) -> Iterator[str]:
    words, conflict = subject.words, subject.conflict
    before, after = state_in_words(conflict, old, words), state_in_words(conflict, new, words)
    if before != after:
        text = words.say("explain.change.state", before=before, after=after)
        yield words.say("explain.hedged", said=text, words=words.list(hedges)) if hedges else text
    elif old.scope != new.scope:
        yield words.say("explain.change.scope", after=after)
    yield from marks_in_words(old, new, words)


def marks_in_words(old: "AreaControl", new: "AreaControl", words: "Words") -> Iterator[str]:
    """Yield what became of an area's marks; nothing of one that was or is said by the colours instead."""
    was, now = ({mark: mark_key(one, mark) for mark in shown_marks(one)} for one in (old, new))
    for mark in MARKS:
        by_colours = any(getattr(one, mark) and mark not in shown for one, shown in ((old, was), (new, now)))
        if was.get(mark) != now.get(mark) and not by_colours:
            key = now.get(mark) or was[mark]
            yield words.say(f"explain.change.{key}.{'began' if mark in now else 'ended'}")


def _made_by(old: "AreaControl", new: "AreaControl") -> tuple[str, ...]:
    """Return the reports that made a change: new behind the colour, then those behind a mark that began."""
    begun = [mark for mark in MARKS if mark in shown_marks(new) and mark not in shown_marks(old)]
    ids = [one for role in ROLES for one in _fresh(getattr(old, role), getattr(new, role))]
    ids += [one for mark in begun for one in getattr(new, f"{mark}_by")]
    return tuple(dict.fromkeys(ids))


def _fresh(before: Sequence[str], after: Sequence[str]) -> list[str]:
    return [report_id for report_id in after if report_id not in before]
