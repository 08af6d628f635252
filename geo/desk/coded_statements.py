"""What one or two coders made of each statement of an article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.desk.coders import rows_of, texts_of
from geo.desk.coefficients import VARIABLES
from geo.desk.log import Action, standing
from geo.desk.matching import matched, spans_of

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.rows import Row


COMPARED: Final = (*VARIABLES, "hedge")
"""Fields in which two rows of one statement may differ; the words quoted may be cut otherwise."""


class Case(NamedTuple):
    """What two coders made of one statement.

    Attributes
    ----------
    coders, rows
        One or two: a statement may be found by one coder only.
    between
        The coders who were compared.
    differs
        Fields of `COMPARED` in which the two rows differ.
    """

    coders: tuple[str, ...]
    rows: tuple["Row", ...]
    between: tuple[str, ...]
    differs: tuple[str, ...] = ()

    @property
    def source_id(self) -> str:
        """The article."""
        return self.rows[0]["source_id"]

    @property
    def key(self) -> str:
        """What the log calls it: `Line.candidate`."""
        both = zip(self.coders, self.rows, strict=True)
        return " ".join(f"{coder}:{row['report_id']}" for coder, row in both)

    @property
    def agreed(self) -> bool:
        """Return whether both coders found it and coded it alike."""
        return len(self.rows) > 1 and not self.differs


def cases(state: "FolderState", source_id: str, coders: Sequence[str]) -> list[Case]:
    """Return what one or two coders found in an article and nobody has settled yet, in its order."""
    text = texts_of(state).get(source_id, "")
    settled = {one.candidate for one in standing(state.log) if one.action == Action.SETTLE}
    found = [one for one in _cases(state, source_id, coders, text) if one.key not in settled]
    return sorted(found, key=lambda one: min(spans_of(one.rows[0], text), default=(len(text), 0)))


def _cases(state: "FolderState", source_id: str, coders: Sequence[str], text: str) -> list[Case]:
    codings = [rows_of(state, coder, source_id) for coder in coders]
    if len(codings) == 1:
        there = {row["report_id"] for row in state.settled}
        one = (coders[0],)
        return [Case(one, (row,), one) for row in codings[0] if row["report_id"] not in there]
    rows = matched(codings[0], codings[1], {source_id: text})
    both = first, second = coders[0], coders[1]
    return [
        *(Case(both, tuple(pair), both, differing(*pair)) for pair in rows.pairs),
        *(Case((first,), (row,), both) for row in rows.only_first),
        *(Case((second,), (row,), both) for row in rows.only_second),
    ]


def differing(first: "Row", second: "Row") -> tuple[str, ...]:
    """Return the fields of `COMPARED` in which two rows of one statement differ."""
    return tuple(name for name in COMPARED if first[name] != second[name])
