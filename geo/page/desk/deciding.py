"""What a person decides of the item on the card: accepted, refused, taken back, learned."""

from typing import TYPE_CHECKING

from geo.desk import accept_all, learn, refuse, undo
from geo.page.desk.corrected import lesson, row_of
from geo.page.desk.items import after, at
from geo.page.desk.retold import summary, undone
from geo.words import visible

if TYPE_CHECKING:
    from geo.page.desk.heard import Heard


def accept_item(heard: "Heard") -> None:
    """Accept the rows of the item; from one that is decided, go on."""
    desk, item = heard.desk, heard.item
    if item.decision:
        desk.current = after(heard.items, item.id)
        return
    pairs = [(None if one.id in desk.made else one, row_of(desk, heard.state, one)) for one in item.drafts]
    accept_all(desk.folder, desk.coder, heard.press, pairs)
    key = "accepted" if heard.state.alone(desk.coder) else "accepted_unsettled"
    heard.say(key, count=len(pairs), what=summary(heard.state, pairs[0][1], heard.words))
    _leave(heard)


def refuse_item(heard: "Heard") -> None:
    """Refuse the item; a row that was started here is let go."""
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


def _leave(heard: "Heard") -> None:
    """Go on to the next item that is undecided, and forget what was changed of this one."""
    for one in heard.item.drafts:
        heard.desk.changed.pop(one.id, None)
        heard.desk.followed.pop(one.id, None)
        heard.desk.made.pop(one.id, None)
    heard.desk.current = after(heard.items, heard.item.id) or heard.item.id


def take_back(heard: "Heard") -> None:
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


def learn_name(heard: "Heard") -> None:
    """Have the name learned that the person corrected."""
    found = lesson(heard.desk, heard.state, heard.draft)
    if found is None:
        heard.say("nothing")
        return
    learn(heard.desk.folder, heard.desk.coder, heard.press, *found)
    heard.desk.learned.add(found.spelling)
    heard.say("learned", spelling=visible(found.spelling))
    _stay(heard)


def _stay(heard: "Heard") -> None:
    """Keep the item on the card, and what was changed of it, though the reader now calls it otherwise."""
    desk, old = heard.desk, heard.draft
    there = at(desk.items(desk.state), old)
    if there is None:
        return
    desk.current = there.id
    changed = desk.changed.pop(old.id, {}) if there.first.id != old.id else {}
    kept = {name: cell for name, cell in changed.items() if cell != there.first.row.get(name)}
    desk.changed.setdefault(there.first.id, {}).update(kept)
