"""What the page does at a key or a click; here alone a `Press` is made for a statement."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geo.desk import ASSISTED, UNASSISTED, Draft, Press, accept_all, learn, refuse, undo
from geo.page.desk.corrected import lesson, row_of
from geo.page.desk.items import Item, after, at, chosen
from geo.page.desk.quoting import nearest, requoted, whole_words
from geo.page.desk.retold import summary, undone
from geo.page.desk.started import started
from geo.reading import DataError, in_words
from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk

MOST_PROBLEMS: Final = 4
NOTHING: Final = Item("", ())
"""The item of an article in which no statement was found."""


class Heard(NamedTuple):
    """A message of the page: the desk and its folder, the item it is about, what it carries, key or click."""

    desk: "Desk"
    state: "FolderState"
    items: list[Item]
    item: Item
    message: Mapping[str, Any]
    words: Words

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


def hear(desk: "Desk", message: Mapping[str, Any], words: Words) -> None:
    """Act on a message of the page, once: each carries a number that only grows."""
    number = int(message.get("n") or 0)
    if number <= desk.heard:
        return
    desk.heard = number
    desk.tell("")
    try:
        state = desk.state
        items = desk.items(state) if desk.source_id else []
        item = chosen(items, str(message.get("item") or "")) or NOTHING
        act = ACTS.get(str(message.get("act")))
        if act is not None and (item.drafts or act in WITHOUT_ITEM):
            act(Heard(desk, state, items, item, message, words))
    except DataError as error:
        told = [f"{one.value!r}: {in_words(one.rule, words)}" for one in error.problems[:MOST_PROBLEMS]]
        desk.tell(visible(" · ".join(told)), failed=True)
    except ValueError as error:
        desk.tell(visible(str(error)), failed=True)


def _go(heard: Heard) -> None:
    heard.desk.current = heard.item.id


def _set(heard: Heard) -> None:
    """Change a field of the draft, or with the value that was proposed take the change back."""
    field, value = str(heard.message["field"]), str(heard.message["value"])
    heard.desk.current = heard.item.id
    if heard.draft.decision:
        return
    changed = heard.desk.changed.setdefault(heard.draft.id, {})
    changed.pop(field, None)
    heard.desk.followed[heard.draft.id] = heard.desk.followed.get(heard.draft.id, frozenset()) - {field}
    if value != heard.draft.row.get(field):
        changed[field] = value


def _quote(heard: Heard) -> None:
    """Quote other characters of the article: those selected, or those where the typed words stand."""
    text = heard.state.text(heard.desk.source_id)
    start, end = (int(heard.message.get(name) or 0) for name in ("start", "end"))
    if words := str(heard.message.get("value") or ""):
        start = nearest(text, words, heard.draft.start)
        end = start + len(words)
    if start < 0 or not text[start:end].strip():
        raise ValueError(heard.words.say("desk.said.not_there"))
    desk, draft = heard.desk, heard.draft
    followed = desk.followed.get(draft.id, frozenset())
    chosen_ = {name: cell for name, cell in desk.changed.get(draft.id, {}).items() if name not in followed}
    span = whole_words(text, start, end)
    desk.changed[draft.id], desk.followed[draft.id] = requoted(heard.state, draft, chosen_, *span)


def _accept(heard: Heard) -> None:
    desk, item = heard.desk, heard.item
    if item.decision:
        desk.current = after(heard.items, item.id)
        return
    pairs = [(None if one.id in desk.made else one, row_of(desk, heard.state, one)) for one in item.drafts]
    accept_all(desk.folder, desk.coder, heard.press, pairs)
    key = "accepted" if heard.state.alone(desk.coder) else "accepted_unsettled"
    heard.say(key, count=len(pairs), what=summary(heard.state, pairs[0][1], heard.words))
    _leave(heard)


def _refuse(heard: Heard) -> None:
    desk, item = heard.desk, heard.item
    if item.decision:
        return
    if item.id in desk.made:
        heard.say("let_go")
    else:
        refuse(desk.folder, desk.coder, heard.press, *item.drafts)
        what = summary(heard.state, item.first.row, heard.words)
        heard.say("refused", count=len(item.drafts), what=what)
    _leave(heard)


def _leave(heard: Heard) -> None:
    """Go on to the next item that is undecided, and forget what was changed of this one."""
    for one in heard.item.drafts:
        heard.desk.changed.pop(one.id, None)
        heard.desk.followed.pop(one.id, None)
        heard.desk.made.pop(one.id, None)
    heard.desk.current = after(heard.items, heard.item.id) or heard.item.id


def _undo(heard: Heard) -> None:
    """Take back the last decision; from a decided item by its own button, that one."""
    desk = heard.desk
    candidate = heard.draft.id if heard.message.get("own") and heard.item.drafts else ""
    lines = undo(desk.folder, desk.coder, heard.press, candidate)
    if not lines:
        heard.say("nothing")
        return
    if lines[0].source_id == desk.source_id:
        desk.current = lines[0].candidate
    stays = {row["report_id"] for row in desk.state.settled}
    desk.tell(undone(heard.state, lines, desk.source_id, stays, heard.words))


def _learn(heard: Heard) -> None:
    found = lesson(heard.desk, heard.state, heard.draft)
    if found is None:
        heard.say("nothing")
        return
    learn(heard.desk.folder, heard.desk.coder, heard.press, *found)
    heard.desk.learned.add(found.spelling)
    heard.say("learned", spelling=visible(found.spelling))
    _stay(heard)


def _stay(heard: Heard) -> None:
    """Keep the item on the card, and what was changed of it, though the reader now calls it otherwise."""
    desk, old = heard.desk, heard.draft
    there = at(desk.items(desk.state), old)
    if there is None:
        return
    desk.current = there.id
    changed = desk.changed.pop(old.id, {}) if there.first.id != old.id else {}
    kept = {name: cell for name, cell in changed.items() if cell != there.first.row.get(name)}
    desk.changed.setdefault(there.first.id, {}).update(kept)


def _new(heard: Heard) -> None:
    """Start a row from the selection, or from the words of the item where nothing is selected."""
    start, end = int(heard.message.get("start") or 0), int(heard.message.get("end") or 0)
    if end <= start and heard.item.drafts:
        start, end = heard.draft.start, heard.draft.end
    start, end = whole_words(heard.state.text(heard.desk.source_id), start, end)
    drafts = [one for item in heard.items for one in item.drafts]
    draft = started(heard.desk, heard.state, start, end, drafts)
    heard.desk.made[draft.id] = draft
    heard.desk.current = draft.id
    heard.say("started")


def _apart(heard: Heard) -> None:
    """Put the rows of a question one by one."""
    heard.desk.apart.add(heard.draft.question)
    heard.desk.current = heard.draft.id


ACTS: Final[Mapping[str, Callable[[Heard], None]]] = {
    "go": _go,
    "set": _set,
    "quote": _quote,
    "accept": _accept,
    "refuse": _refuse,
    "undo": _undo,
    "learn": _learn,
    "new": _new,
    "apart": _apart,
}

WITHOUT_ITEM: Final = (_new, _undo)
"""What can be done where no statement was found."""
