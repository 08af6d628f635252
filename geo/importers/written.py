"""Events that were placed become a folder that `geo check` accepts; the others are listed in a file."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.importers.actors import cast_of
from geo.importers.conflict_file import settings_text
from geo.importers.event_rows import report_of, sources_table
from geo.importers.ground import Map, ground_of, provinces_of
from geo.importers.ids import unique_ids
from geo.importers.limits import lost_limits
from geo.importers.placing import Place, place_of
from geo.importers.suggested import suggested_file, with_hints
from geo.importers.unmatched import table_of, unmatched_file
from geo.reading import (
    DISTRICTS,
    NAMES,
    REPORT_COLUMNS,
    DataError,
    Problem,
    read_areas,
    rule,
    save_folder,
    write_csv,
)

if TYPE_CHECKING:
    from geo.importers.events import Event, Events


class Imported(NamedTuple):
    """What an import wrote, and what it did not.

    Attributes
    ----------
    rows
        How many the table has: as many as reports, skipped ones and lost ones together.
    reports, by_point
        How many reports were written, and how many of them were placed by their coordinates.
    problems
        Why rows were lost; one row may have several.
    skipped
        What is about neither fighting nor control: kind -> how many rows.
    notices
        Lines of `names.csv` that were set aside.
    """

    rows: int
    reports: int
    by_point: int
    problems: list[Problem]
    skipped: Mapping[str, int]
    notices: list[Problem]

    @property
    def lost(self) -> int:
        """How many rows were lost."""
        return len({problem.row for problem in self.problems})


def import_events(
    events: "Events", districts: bytes, out: Path, *, names: bytes | None = None, actors: str | None = None
) -> Imported:
    """Write a conflict's folder of the events that can be placed on the areas.

    Parameters
    ----------
    names
        `names.csv`: spellings of places.
    actors
        How many actors, or which; see `geo.importers.actors.cast_of`.

    Raises
    ------
    DataError
        If the areas are broken, the folder is not empty, no event can be placed, or the table has no
        such actor.
    """
    areas, _ = read_areas(districts)
    groups = provinces_of(areas)
    ground, notices = ground_of(areas, groups, names)
    placed, unplaced = _placed(events, ground)
    problems = [*events.problems, *unplaced]
    if not placed:
        raise DataError([Problem(events.file, None, None, "", rule("no_event_placed")), *problems])
    cast = cast_of([event for event, _ in placed], actors, events.file)
    sources = unique_ids(event.source for event, _ in placed)
    rows = [report_of(event, place, cast, sources, events.dataset) for event, place in placed]
    lost = lost_limits(_one_each(problems), events.rows)
    told = settings_text(events.dataset, [event for event, _ in placed], cast, groups, lost)
    files = {
        "conflict.toml": told.encode(),
        DISTRICTS: districts,
        "control_reports.csv": write_csv(table_of(rows, REPORT_COLUMNS)),
        "sources.csv": write_csv(sources_table(events.dataset, sources)),
        **({NAMES: names} if names else {}),
    }
    save_folder(
        out,
        files | unmatched_file(problems) | suggested_file([place for _, place in placed], unplaced, ground),
    )
    by_point = sum(bool(place.unknown) for _, place in placed)
    return Imported(events.rows, len(rows), by_point, problems, events.skipped, notices)


def _one_each(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Return the first problem of each row."""
    return {problem.row: problem for problem in reversed(list(problems))}.values()


def _placed(events: "Events", ground: Map) -> tuple[list[tuple["Event", Place]], list[Problem]]:
    """Return the events with their places, and a problem for each that has none."""
    placed: list[tuple[Event, Place]] = []
    unplaced: list[Problem] = []
    for event in events.events:
        place = place_of(event, ground, events.file)
        if isinstance(place, Problem):
            unplaced.append(place)
        else:
            placed.append((event, place))
    return placed, with_hints(unplaced, ground)
