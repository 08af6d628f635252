"""The list of all areas on a day: what each shows, and who speaks against their own interest."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import pandas as pd

from geo.looks import BLANK, PALER, mixed, strength, texture, told_status
from geo.paint.shapes import css
from geo.panel.html import rendered
from geo.panel.panel import marks
from geo.reading import Conflict, fold
from geo.sentences import (
    Account,
    AreaControl,
    Subject,
    admissions,
    area_name,
    denials,
    fitting,
    hedges_of,
    parent_of,
    state_in_words,
)

if TYPE_CHECKING:
    from geo.words import Words

Link: TypeAlias = Callable[..., str]
"""Area id, and a report id if a quote is meant -> the address of its panel."""

Hedges: TypeAlias = Callable[[str, AreaControl], Sequence[str]]
"""Area id and row of control -> hedges in quotation marks."""

MOST_LISTED: Final = 40
"""Areas that a list which is too long names before it counts the rest."""

SEARCHED_FROM: Final = 1_000
"""With more areas than this the list is not whole, as it is sent with every step: the search has them all."""

GROUPED_FROM: Final = 30
"""With more areas than this, and parents of several, a whole list is folded under the parents."""

LETTERED_FROM: Final = 100
"""With more areas than this, and no parents, a whole list is folded under first letters."""


@dataclass(frozen=True)
class Row:
    """One area of the list; `fill` as painted, a CSS background, "" = white with the status's own outline.

    Of a folded list: `since` is the day of its last change, "" = none yet; None = not folded.
    """

    id: str
    name: str
    state: str
    status: str
    fill: str
    marks: tuple[str, ...]
    href: str
    since: str | None = None


class Family(NamedTuple):
    """What areas lie in, and their rows; without an id, areas of which that is unknown."""

    id: str
    name: str
    rows: list[Row]


def list_html(account: Account, day: date, words: "Words", link: Link, *, whole: bool = True) -> str:
    """Return the list of areas with their states.

    Parameters
    ----------
    account, day, words
        Whose map, of which day, in which language.
    link
        Gives the address of an area.
    whole
        False: only the first `MOST_LISTED`, and how many more there are.
    """
    control = account.control(day)
    shown = control if whole else control.head(MOST_LISTED)
    more = len(control) - len(shown)
    admitted = [] if more else admissions_in_words(account, control, words)

    def hedges(area_id: str, row: AreaControl) -> Sequence[str]:
        subject = Subject(account.conflict, area_id, day, words, account.narrator)
        return hedges_of(subject, account.statements(denials(row)))

    account.expect(shown.index.tolist(), day)
    controls = account.areas(day)
    listed = {area: controls[area] for area in map(str, shown.index)}
    rows = list(area_rows(account.conflict, listed, words, link, hedges))
    families = folded(account, day, rows, words) if whole else []
    hint = words.say(fitting(account.conflict, "panel.overview_hint"))
    return rendered(
        "list.html.j2", words, hint=hint, rows=rows, families=families, more=more, admitted=list(admitted)
    )


def folded(account: Account, day: date, rows: Sequence[Row], words: "Words") -> list[Family]:
    """Return the rows under what their areas lie in, in the order of the map, else under their letters.

    [] = too few to be folded.
    """
    conflict = account.conflict
    headings = {row.id: _heading(conflict, row, words) for row in rows}
    lettered = len({heading.id for heading in headings.values() if heading.id}) < 2  # noqa: PLR2004
    if len(rows) <= (LETTERED_FROM if lettered else GROUPED_FROM):
        return []
    if lettered:
        headings = {row.id: _letter(row) for row in rows}
    since = {
        area: when.isoformat() for when, areas in account.changing.items() if when <= day for area in areas
    }
    found: dict[str, Family] = {}
    for row in rows:
        family = found.setdefault(headings[row.id].id, headings[row.id])
        family.rows.append(replace(row, since=since.get(row.id, "")))
    return sorted(found.values(), key=lambda family: (not family.id, family.name if lettered else ""))


def _heading(conflict: Conflict, row: Row, words: "Words") -> Family:
    """Return what an area lies in, without rows."""
    parent = parent_of(conflict, row.id)
    return Family(
        *(parent.id, parent.named(words.language)) if parent else ("", words.say("panel.no_parent")), []
    )


def _letter(row: Row) -> Family:
    """Return the first letter of an area's name, without accent or case, without rows."""
    letter = fold(row.name)[:1].upper()
    return Family(letter, letter or row.name, [])


def area_rows(
    conflict: Conflict,
    controls: Mapping[str, AreaControl],
    words: "Words",
    link: Link,
    hedges: Hedges | None = None,
) -> Iterator[Row]:
    """Yield one row for each area of `controls`, in their order.

    `link` gives its address, `hedges` the words that weaken the denials it tells of.
    """
    for area_id, row in controls.items():
        fills = [conflict.actors[holder].colour for holder in row.holders]
        fills += [BLANK] if row.blank else []
        painted = [mixed(fill, PALER[strength(row)]) for fill in fills]
        yield Row(
            id=area_id,
            name=area_name(conflict, area_id, words),
            state=state_in_words(conflict, row, words),
            status=told_status(row)[0],
            fill=css(painted, texture(row)),
            marks=tuple(marks(row, words, hedges(area_id, row) if hedges else ())),
            href=link(area_id),
        )


def admissions_in_words(account: Account, control: pd.DataFrame, words: "Words") -> Iterable[str]:
    """Yield each speaker who votes against their own interest, with the areas: ``A (Rokha and Dara)``."""
    votes = account.statements(report_id for ids in control["voted"] for report_id in ids)
    for speaker, areas in admissions(account.conflict, votes).items():
        names = words.list([area_name(account.conflict, area, words) for area in areas])
        yield words.say(
            "panel.admission", speaker=account.conflict.said(speaker, words.language), areas=names
        )
