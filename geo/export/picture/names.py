"""The names of areas on a printed map, with their words and marks: in full, smaller, alone, or not at all."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from geo.export.picture import style
from geo.export.picture.label_forms import SIZES, Label, forms_of
from geo.export.picture.labels import by_size
from geo.export.picture.plan import MARK_STEP, Plan, Shown, marks
from geo.export.picture.seat import Seat
from geo.export.picture.style import Pen

LEAST_MARK: Final = 0.55
"""How large marks without a name are at least, in multiples of the usual size."""


NO_ROOM: Final[Mapping[str, int]] = {}


class Placed(NamedTuple):
    """Where an area's label stands, in which form; None = only its marks, where the seat is."""

    label: Label | None
    seat: Seat


def name_areas(plan: Plan, shown: Mapping[str, Shown], *, first: str | None = None) -> None:
    """Write names, words and marks, each on its own area; a name without room is left out."""
    write(plan, shown, arranged(plan, shown, first=first))


def arranged(
    plan: Plan, shown: Mapping[str, Shown], room: Mapping[str, int] = NO_ROOM, *, first: str | None = None
) -> dict[str, Placed]:
    """Return where the label of each area stands; an area out of sight has none.

    `room`: how many marks to leave room for, so that names stay in place from map to map. `first`: the area
    that has its label whatever becomes of the others.
    """
    names = dict(zip(plan.background.ids, plan.background.names, strict=True))
    found: dict[str, Placed] = {}
    for area in sorted(by_size(plan.areas), key=lambda one: one != first):
        site = plan.seats.site(plan.areas[area])
        if site is None:
            continue
        count = max(room.get(area, 0), len(shown[area].look.marks))
        forms = list(forms_of(names[area], shown[area].word, count, plan.extent.letters))
        seat = plan.seats.seat(site, ((form.width, form.height) for form in forms))
        if seat is not None:
            found[area] = Placed(forms[seat[0]], seat[1])
        elif count:
            found[area] = Placed(None, Seat(*site.middle, 0, 0))
    return found


def write(plan: Plan, shown: Mapping[str, Shown], placed: Mapping[str, Placed]) -> None:
    """Write the labels where they stand; of an area without a label, its marks."""
    for area, (label, seat) in placed.items():
        if label is None:
            size = max(SIZES[1] * plan.extent.letters, LEAST_MARK)
            signs = plan.alone(area, shown[area].look.marks)
            wide = len(signs) * MARK_STEP * size
            marks(plan.page, signs, (seat.x - wide / 2, seat.y - 3 * size), size)
        else:
            _lead(plan, seat)
            _write(plan, label, seat, shown[area].look.marks)


def _write(plan: Plan, label: Label, seat: Seat, signs: tuple[str, ...]) -> None:
    behind = len(signs) * MARK_STEP * label.size
    base = seat.y + label.height / 2
    for line in label.lines:
        base -= line.step
        last = line is label.lines[-1]
        wide = line.width + behind * last
        left = seat.x - wide / 2 + (behind if plan.rtl and last else 0)
        at = left, base + line.step * 0.22
        if line.text:
            plan.page.text(at, line.text, line.face, ha="left", halo=2.2 * label.size)
    wide = label.lines[-1].width + behind
    begin = seat.x - wide / 2 - 2.2 * label.size if plan.rtl else seat.x + wide / 2 - behind
    marks(plan.page, signs, (begin, base + label.lines[-1].step * 0.22), label.size)


def _lead(plan: Plan, seat: Seat) -> None:
    if seat.anchor is not None and seat.line is not None:
        plan.page.line(seat.line, Pen(1.8, style.PAPER), Pen(0.6, style.INK))
        plan.page.sign(style.SYMBOLS["town"], seat.anchor, 2, fill=style.INK)
