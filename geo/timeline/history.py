"""All other positions up to a day: those that are too old, replaced by the same voice, or ended."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from geo.timeline.steps import Ints, area_of, before

if TYPE_CHECKING:
    from geo.timeline.whole import Timeline


class History(Sequence[str]):
    """Report ids of the positions that no longer count, read on demand: a long war has many.

    Parameters
    ----------
    timeline
        The timeline whose `position_reports` are read.
    places
        Their indices: the positions of one area up to one day.
    shown
        Report ids that still count.
    """

    __slots__ = ("_kept", "_places", "_shown", "_timeline")

    def __init__(self, timeline: "Timeline", places: range, shown: tuple[str, ...]) -> None:
        self._timeline, self._places, self._shown = timeline, places, shown
        self._kept: tuple[str, ...] | None = None

    def _read(self) -> tuple[str, ...]:
        if self._kept is None:
            self._kept = self._found()
        return self._kept

    def _found(self) -> tuple[str, ...]:
        rows = np.sort(self._timeline.position_reports[self._places.start : self._places.stop])
        ids = self._timeline.reports["report_id"].array.take(rows).tolist()
        return tuple(report for report in ids if report not in self._shown)

    def __len__(self) -> int:
        """Return the number of reports; a timeline made again keeps none (`geo.timeline.again`)."""
        return max(len(self._places) - len(self._shown), 0)

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - a place or a slice
        """Return the report at `place`, in the order of the reports."""
        return self._read()[place]

    def __iter__(self) -> Iterator[str]:
        """Read all of them."""
        return iter(self._read())

    def __eq__(self, other: object) -> bool:
        """Return whether the other is a sequence of the same reports."""
        return isinstance(other, Sequence) and self._read() == tuple(other)

    def __hash__(self) -> int:
        """Return the same for the same reports."""
        return hash(self._read())

    def __repr__(self) -> str:
        """Return the repr of a tuple."""
        return repr(self._read())


def histories(timeline: "Timeline", wanted: Ints, shown: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Return the positions taken on each area up to the day, but for the reports already `shown`."""
    answer = np.empty(wanted.size, dtype=object)
    if not timeline.position_keys.size:  # of a timeline that was stored
        answer[:] = [()] * wanted.size
        return answer
    starts = np.searchsorted(timeline.position_keys, before(area_of(wanted))).tolist()
    stops = np.searchsorted(timeline.position_keys, wanted, side="right").tolist()
    ranges = zip(starts, stops, shown, strict=True)
    answer[:] = [History(timeline, range(start, stop), passed) for start, stop, passed in ranges]
    return answer
