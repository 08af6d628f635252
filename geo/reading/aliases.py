"""`names.csv`, the lines that name no area: actors, people and outlets, as articles call them."""

from collections.abc import Collection
from typing import Final, NamedTuple

import pandas as pd
import pandera.pandas as pa

from geo.reading import schema
from geo.reading.checks import column, filled, holds, row_problems, short, word
from geo.reading.errors import Problem, rule
from geo.reading.names import nearest
from geo.reading.sources import rows_of
from geo.reading.tables import read_table
from geo.reading.vocabulary import NameKind

FILE: Final = "names.csv"
OF_AREAS: Final = ("", NameKind.AREA)
"""Kinds of the lines that spell an area or group."""


class Aliases(NamedTuple):
    """Pairs of an id and a spelling: an actor's, or the side of a person; and the spellings of outlets."""

    actors: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    outlets: tuple[str, ...] = ()


def spelled(data: bytes) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the lines of the file as text, "" = empty, and the records that cannot be read."""
    optional = ("kind", "refers_to")
    table = read_table(FILE, data, schema.names(schema.SPELLINGS), optional=optional)
    return table.cells, table.problems


def read_aliases(
    data: bytes, actors: Collection[str], sides: Collection[str]
) -> tuple[Aliases, list[Problem]]:
    """Read the spellings of actors, people and outlets; a line that breaks a rule is set aside and listed.

    Parameters
    ----------
    actors, sides
        Ids of the folder: an actor's spelling refers to an actor, a person's to a side.
    """
    cells, _ = spelled(data)
    cells = cells[~cells["kind"].isin(OF_AREAS)]
    known = {NameKind.ACTOR: actors, NameKind.PERSON: sides, NameKind.OUTLET: ("", *sides)}
    pairs = zip(cells["kind"], cells["refers_to"], strict=True)
    there = [kind not in known or one in known[NameKind(kind)] for kind, one in pairs]
    model = pa.DataFrameSchema(
        {
            "spelling": column(filled(), short()),
            "kind": column(word(list(NameKind), rule("no_kind_of_name"))),
            "refers_to": column(
                holds(pd.Series(there, index=cells.index, dtype=bool), rule("refers_to_nothing"))
            ),
        }
    )

    def hint(name: str, value: str) -> str:
        near = nearest(value, list(NameKind) if name == "kind" else [*actors, *sides])
        return f"near: {', '.join(near)}" if near else ""

    problems = row_problems(FILE, cells, model, hint)
    kept = cells.drop(index=rows_of(problems))
    return _by_kind(kept), problems


def _by_kind(kept: pd.DataFrame) -> Aliases:
    pairs = {
        kind: tuple(
            zip(
                kept["refers_to"][kept["kind"] == kind],
                kept["spelling"][kept["kind"] == kind],
                strict=True,
            )
        )
        for kind in NameKind
    }
    outlets = tuple(spelling for _, spelling in pairs[NameKind.OUTLET])
    return Aliases(pairs[NameKind.ACTOR], pairs[NameKind.PERSON], outlets)
