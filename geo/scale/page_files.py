"""What the page needs beside an engine's output: days, statements by bucket, areas, facts of the whole."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from geo.paint.states import counts, inferred_sources
from geo.reading import EVERYONE, OTHER_SIDES, OTHERS, RULE_VERSION, DataError, Evidence, rule, save_file
from geo.scale.day import Output
from geo.scale.inventory import inventory
from geo.scale.prepared import write_prepared
from geo.scale.source import InParquet
from geo.scale.statements import FOLDER, INDEX, batches, write_statements
from geo.scale.windows import Windows, windows_for, write_windows

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.scale.job import Job

NOTE: Final = "_page.json"
"""Facts of the whole, written last: without it nothing else is used."""

PAGE_VERSION: Final = "4"
"""Of what is written here; another when files, or what a reader makes of them, change."""

COUNTED: Final = ("statement_id", "date_from", "date_to", "claimant_side", "source_id", "evidence")


class Facts(NamedTuple):
    """What is known of all reports: their days as texts, and numbers of a narrator's statements by day.

    `reported` is the last day that a report is about, `last` that of the map; `files` are those made for
    the page (`geo.scale.inventory`).
    """

    identity: str
    rule_version: str
    page_version: str
    narrator: str
    first: str
    reported: str
    last: str
    width: int
    rows: int
    about: list[int]
    published: list[int]
    inferred: list[int]
    files: dict[str, Any]

    @property
    def windows(self) -> Windows:
        """Its stretches of days."""
        return Windows(date.fromisoformat(self.first), date.fromisoformat(self.last), self.width)


def write_page_files(job: "Job", out: Path) -> None:
    """Write what the page needs to the folder of an engine's output.

    Statements and areas are those of all narrators, and stand beside everyone's map.

    Raises
    ------
    DataError
        If the output is one file, as known on a day, or of reports that are not Parquet or rest on tables; or
        if a row would be set aside by a folder's reader.
    """
    source = job.source
    if not isinstance(source, InParquet) or not out.is_dir() or job.rule.known is not None:
        raise DataError.at(out, rule("no_page_files"))
    note = out / NOTE
    note.unlink(missing_ok=True)
    areas = tuple(map(str, source.conflict.areas.index))
    output = Output(out, areas, source.conflict.stale_days)
    told = _facts(_told(source, job.rule.narrator), source.conflict)
    ends = (date.fromisoformat(told[name]) for name in ("first", "last"))
    windows = windows_for(output.rows, len(areas), *ends)
    write_windows(output, windows)
    if job.rule.narrator == EVERYONE:
        if not (out / FOLDER / INDEX).is_file():
            write_statements(source.path, job.plan, out, source.known)
        write_prepared(source.conflict, out)
    facts = Facts(
        identity=source.identity,
        rule_version=RULE_VERSION,
        page_version=PAGE_VERSION,
        narrator=job.rule.narrator,
        width=windows.width,
        rows=output.rows,
        files=inventory(out),
        **told,
    )
    save_file(note, json.dumps(facts._asdict()).encode())


def read_facts(out: Path) -> Facts | None:
    """Return the facts of a folder; None = it has none that this program can use."""
    try:
        facts = Facts(**json.loads((out / NOTE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    current = (facts.rule_version, facts.page_version) == (RULE_VERSION, PAGE_VERSION)
    return facts if current else None


def _told(source: InParquet, narrator: str) -> pd.DataFrame:
    """Return what is counted of a narrator's reports: statement (as a number), days, source.

    Raises
    ------
    DataError
        If one rests on a table.
    """
    sides = {EVERYONE: None, OTHERS: OTHER_SIDES}.get(narrator, (narrator,))
    found = []
    for batch in batches(source.path, COUNTED):
        if "evidence" in batch.column_names and pc.any(pc.equal(batch["evidence"], Evidence.TABLE)).as_py():
            raise DataError.at(source.path, rule("no_page_files"))
        made: dict[str, Any] = {name: _days(batch[name]) for name in ("date_from", "date_to")}
        made["statement_id"] = pd.util.hash_array(batch["statement_id"].to_numpy().astype(object))
        made["source_id"] = pd.Categorical(batch["source_id"].to_pandas(), source.conflict.sources.index)
        heard = True if sides is None else batch["claimant_side"].to_pandas().isin(sides)
        found.append(pd.DataFrame(made | {"heard": heard}))
    return pd.concat(found, ignore_index=True)


def _days(column: pa.ChunkedArray) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    """Return days as dates, NaT = absent."""
    days = pc.if_else(pc.equal(column, ""), None, column).cast(pa.date32())
    return np.asarray(days.to_numpy().astype("datetime64[s]"))


def _facts(told: pd.DataFrame, conflict: "Conflict") -> dict[str, Any]:
    """Return the first and the last day of all reports, and by day how many statements of the narrator."""
    ends = pd.concat([told["date_from"], told["date_to"]])
    published = conflict.sources["published_to"]
    first, reported = ends.min(), ends.max()
    last = max(reported, published.max()) if published.notna().any() else reported
    once = told[told["heard"]].drop_duplicates("statement_id")
    once = once.assign(published_to=once["source_id"].map(published).astype("datetime64[s]"), cell_days=0)
    once["cell_runs"] = [()] * len(once)
    about, known = counts(once, first, last)
    inferred = counts(once[once["source_id"].isin(inferred_sources(conflict))], first, last)[1]
    days = {"first": first, "reported": reported, "last": last}
    told_days = {name: day.date().isoformat() for name, day in days.items()}
    return {**told_days, "about": about, "published": known, "inferred": inferred}
