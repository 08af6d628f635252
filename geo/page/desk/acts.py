"""What the page does at a key or a click."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from geo.page.desk.deciding import accept_item, learn_name, refuse_item, take_back
from geo.page.desk.heard import NOTHING, Heard
from geo.page.desk.items import chosen
from geo.page.desk.quoting import nearest, requoted, whole_words
from geo.page.desk.started import started
from geo.reading import DataError, in_words
from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.page.desk.session import Desk

MOST_PROBLEMS: Final = 4


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
    "accept": accept_item,
    "refuse": refuse_item,
    "undo": take_back,
    "learn": learn_name,
    "new": _new,
    "apart": _apart,
}

WITHOUT_ITEM: Final = (_new, take_back)
"""What can be done where no statement was found."""
