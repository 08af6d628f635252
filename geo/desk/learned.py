"""A name that is learned: a spelling added to `names.csv`."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from geo.desk.door import Change, Plan, write
from geo.desk.log import Action, Line, line
from geo.desk.rows import one_line
from geo.reading import NAMES, NameKind

if TYPE_CHECKING:
    from geo.desk.folder import FolderState
    from geo.desk.press import Press


SPELLINGS: Final = ("spelling", "area_id", "kind", "refers_to")


def learn(  # noqa: PLR0913, PLR0917 (who, where, and the three cells)
    folder: Path, coder: str, press: "Press", spelling: str, kind: NameKind, refers_to: str
) -> tuple[Line, ...]:
    """Add a spelling to `names.csv`: of an area, a group, an actor, a person (with a side) or an outlet.

    Raises
    ------
    DataError
        If the spelling is another one's, or refers to nothing; or as `geo.desk.door.write` does.
    """
    area = kind == NameKind.AREA
    row = {
        "spelling": one_line(spelling),
        "area_id": refers_to if area else "",
        "kind": "" if area else str(kind),
        "refers_to": "" if area else refers_to,
    }

    def plan(_: "FolderState") -> Plan:
        added = Change(NAMES, SPELLINGS, "spelling", add=(row,))
        return Plan((line(Action.LEARN, coder, press.at, row),), (added,))

    return write(folder, coder, press, plan)
