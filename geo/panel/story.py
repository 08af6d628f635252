"""The story: its steps, each a view of the map and two sentences, with the words behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qs, urlsplit
from weakref import WeakKeyDictionary

from geo.panel.article_statements import Line, Way, lines, told_once
from geo.panel.html import rendered
from geo.reading import Conflict, Problem, Step, rule
from geo.sentences import Account
from geo.view import ALL, View, read

if TYPE_CHECKING:
    from geo.words import Words

PARAMETERS: Final = ("date", "area", "narrator", "known")
"""What the address of a step may say."""


class Cited(NamedTuple):
    """A statement that a sentence cites: the outlet that carries it, the ids of its rows, its words."""

    outlet: str
    reports: tuple[str, ...]
    line: Line


class Told(NamedTuple):
    """A sentence of a step and what it cites."""

    text: str
    cited: tuple[Cited, ...]


def checked(conflict: Conflict) -> Conflict:
    """Return the conflict with the steps that can be told; the others are among what was set aside."""
    if conflict not in _CHECKED:
        _CHECKED[conflict] = _without_untold(conflict)
    return _CHECKED[conflict] or conflict


def steps(conflict: Conflict, language: str) -> tuple[Step, ...]:
    """Return the steps of the story in a language, else those of `story.md`; () = there is none."""
    stories = checked(conflict).stories
    return stories.get(language) or stories.get("", ())


def view_of(step: Step, conflict: Conflict, language: str) -> View:
    """Return the view that a step shows."""
    view, _ = read(_parameters(step), conflict)
    return replace(view, language=language)


def story_html(conflict: Conflict, there: Sequence[Step], number: int, words: "Words", way: Way) -> str:
    """Return one of some steps, counted from 0: its place, its sentences, the words that each cites."""
    step = there[number]
    account = Account(conflict)
    said = tuple(_told(text, cited, account, words, way) for text, cited in step.sentences)
    own = words.language if conflict.stories.get(words.language) else conflict.language
    return rendered(
        "story.html.j2", words, number=number + 1, count=len(there), step=step, said=said, language=own
    )


def _told(text: str, cited: tuple[str, ...], account: Account, words: "Words", way: Way) -> Told:
    said, conflict = account.statements(cited), account.conflict
    found, _ = lines(said, conflict, words, way, most=len(said))
    rows = told_once(said)
    outlets = [conflict.said(some[0].carrier.outlet, words.language) for some in rows]
    ids = [tuple(one.report_id for one in some) for some in rows]
    return Told(text, tuple(map(Cited, outlets, ids, found)))


def _parameters(step: Step) -> dict[str, list[str]]:
    return parse_qs(urlsplit(step.address).query, keep_blank_values=True)


def _without_untold(conflict: Conflict) -> Conflict | None:
    """Return the conflict without the steps that cannot be told; None = all can."""
    kept, aside = {}, list(conflict.rejected)
    for language, story in conflict.stories.items():
        found = [
            (step, list(_misaddressed(step, conflict)) or list(_misplaced(step, conflict))) for step in story
        ]
        kept[language] = tuple(step for step, problems in found if not problems)
        aside += [problem for _, problems in found for problem in problems]
    if len(aside) == len(conflict.rejected):
        return None
    return replace(conflict, stories=kept, rejected=tuple(aside))


def _misaddressed(step: Step, conflict: Conflict) -> Iterator[Problem]:
    """Yield why a step's address is not one of this map."""

    def problem(value: str, why: str) -> Problem:
        return Problem(step.file, step.row, None, value, why)

    parts, own = urlsplit(step.address), urlsplit(conflict.address)
    here = (parts.scheme, parts.netloc) in {("", ""), (own.scheme, own.netloc)}
    if not here or parts.path.strip("/") not in {"", own.path.strip("/")} or parts.fragment:
        yield problem(step.address, rule("story_foreign"))
        return
    found = _parameters(step)
    for name, values in found.items():
        known = name in PARAMETERS and len(values) == 1 and not read({name: values}, conflict)[1]
        if not known or not values[0].strip():
            yield problem(f"{name}={','.join(values)}", rule("story_parameter"))
    if "date" not in found:
        yield problem(step.address, rule("story_no_date"))


def _misplaced(step: Step, conflict: Conflict) -> Iterator[Problem]:
    """Yield what a step cites though its view does not have it: others' words, or those of later days."""
    view = view_of(step, conflict, conflict.language)
    account = Account(conflict, view.narrator, view.known)
    day, known = view.day.isoformat(), view.known.isoformat() if view.known else ALL
    for one in account.statements(step.reports):
        if not account.admits([one.report_id]):
            why = rule("story_not_admitted", narrator=view.narrator, known=known)
            yield Problem(step.file, step.row, None, one.report_id, why)
        elif one.begins and one.begins > view.day:
            yield Problem(step.file, step.row, None, one.report_id, rule("story_later", day=day))


_CHECKED: Final[WeakKeyDictionary[Conflict, Conflict | None]] = WeakKeyDictionary()
"""None where it is the conflict itself, which a value would keep alive."""
