"""What is put to a person as one thing: a draft by itself, or the rows of one question together."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.desk import Draft


@dataclass(frozen=True)
class Item:
    """One or more drafts that are decided together; `id` is that of the first, or of the question."""

    id: str
    drafts: tuple["Draft", ...]

    @property
    def first(self) -> "Draft":
        """The draft whose fields stand for all."""
        return self.drafts[0]

    @property
    def decision(self) -> str:
        """What was decided: "" = nothing yet."""
        return self.first.decision


def items_of(drafts: Iterable["Draft"], apart: Collection[str]) -> list[Item]:
    """Return drafts as items in the order of the article.

    Undecided drafts that share a question are one item, unless the question is put row by row.
    """
    found: dict[str, list[Draft]] = {}
    for draft in drafts:
        together = draft.question and not draft.decision and draft.question not in apart
        found.setdefault(draft.question if together else draft.id, []).append(draft)
    items = [Item(one, tuple(some)) for one, some in found.items()]
    return sorted(items, key=lambda item: (item.first.start, item.first.end))


def chosen(items: Sequence[Item], item_id: str) -> Item | None:
    """Return the item of an id, else the first undecided, else the first; None = there is none."""
    there = {item.id: item for item in items} | {one.id: item for item in items for one in item.drafts}
    undecided = (item for item in items if not item.decision)
    return there.get(item_id) or next(undecided, items[0] if items else None)


def after(items: Sequence[Item], item_id: str) -> str:
    """Return the next undecided item behind one, or from the beginning; "" = all are decided."""
    ids = [item.id for item in items]
    place = ids.index(item_id) + 1 if item_id in ids else 0
    behind = (item for item in (*items[place:], *items[:place]) if item.id != item_id)
    return next((item.id for item in behind if not item.decision), "")


def at(items: Sequence[Item], draft: "Draft") -> Item | None:
    """Return the item that has a draft, else the undecided one that quotes most of the same characters."""
    if same := next((item for item in items if draft.id in {one.id for one in item.drafts}), None):
        return same
    shared = {
        item.id: min(one.end, draft.end) - max(one.start, draft.start)
        for item in items
        for one in item.drafts
        if not item.decision
    }
    best = max(shared, key=lambda one: shared[one], default="")
    return next((item for item in items if item.id == best and shared[best] > 0), None)
