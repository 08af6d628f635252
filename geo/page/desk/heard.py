"""A message of the page, and the press that it carries: here alone a `Press` is made for a statement."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geo.desk import ASSISTED, UNASSISTED, Draft, Press
from geo.page.desk.items import Item

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk
    from geo.words import Words


NOTHING: Final = Item("", ())
"""The item of an article in which no statement was found."""


class Heard(NamedTuple):
    """A message of the page: the desk and its folder, the item it is about, what it carries, key or click."""

    desk: "Desk"
    state: "FolderState"
    items: list[Item]
    item: Item
    message: Mapping[str, Any]
    words: "Words"

    @property
    def press(self) -> Press:
        """A new press of the key or click that the message carries."""
        mode = UNASSISTED if self.desk.unassisted else ASSISTED
        return Press(str(self.message.get("key") or ""), datetime.now(UTC), mode)

    @property
    def draft(self) -> Draft:
        """The draft that the message is about."""
        return self.item.first

    def say(self, key: str, **values: object) -> None:
        """Have the page say what was done."""
        self.desk.tell(self.words.say(f"desk.said.{key}", **values))
