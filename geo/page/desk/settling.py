"""What two coders made of an article, as it is settled: at once, or case by case."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.desk import Case, Choice, Press, may_settle, settle
from geo.page.desk.cases import agreed, shown
from geo.page.desk.edited import draw_edit, edited
from geo.page.outside import plain
from geo.panel import rendered
from geo.reading import DataError

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk
    from geo.words import Words

TWO: Final = 2
REFUSED: Final = "desk_unsettled"
"""Key of the session: why the last cases could not be settled."""


def draw_cases(desk: "Desk", state: "FolderState", found: Sequence[Case], words: "Words") -> None:
    """Draw the rows that one press settles, then the differences, each for itself."""
    if not found:
        st.info(words.say("agreement.nothing_open"))
        return
    single = len(found[0].between) < TWO
    at_once = [one for one in found if one.agreed or single]
    if at_once:
        _draw_at_once(desk, state, at_once, words)
    different = [one for one in found if one not in at_once]
    if different:
        st.subheader(words.say("agreement.different_title", count=len(different)), anchor=False)
        if not may_settle(state, desk.coder, different[0]):
            st.caption(words.say("agreement.third_only"))
    for case in different:
        with st.container(border=True, key=f"settle_of_{case.key}"):
            _draw_difference(desk, state, case, words)


def _draw_at_once(desk: "Desk", state: "FolderState", found: Sequence[Case], words: "Words") -> None:
    name = "agreed" if found[0].agreed else "own"
    st.subheader(words.say(f"agreement.{name}_title", count=len(found)), anchor=False)
    listed = [agreed(state, one, words) for one in found]
    lead = words.say("agreement.agreed_lead") if name == "agreed" else ""
    st.html(rendered("agreed.html.j2", words, rows=listed, lead=lead))
    st.button(
        words.say(f"agreement.settle_{name}", count=len(found)),
        key="settle_all",
        type="primary",
        disabled=not may_settle(state, desk.coder, found[0]),
        on_click=lambda: _settle(desk, [Choice(one, one.rows[0]) for one in found], words),
    )


def _draw_difference(desk: "Desk", state: "FolderState", case: Case, words: "Words") -> None:
    st.html(rendered("difference.html.j2", words, one=shown(state, case, words)))
    if not may_settle(state, desk.coder, case):
        return
    note = f"settle_note_{case.key}"
    st.text_input(words.say("agreement.note"), key=note)

    def take(row: dict[str, str] | None) -> None:
        _settle(desk, [Choice(case, row, st.session_state[note])], words)

    with st.container(horizontal=True):
        for coder, row in zip(case.coders, case.rows, strict=True):
            label = plain(words.say("agreement.take", who=coder))
            st.button(label, key=f"settle_take_{coder}_{case.key}", on_click=take, args=(dict(row),))
        none = words.say("agreement.take_none")
        st.button(none, key=f"settle_none_{case.key}", on_click=take, args=(None,))
        for place, coder in enumerate(case.coders):
            with st.popover(plain(words.say("agreement.edit", who=coder))):
                draw_edit(state, case, place, words)
                st.button(
                    words.say("agreement.take_edited"),
                    key=f"settle_edited_{place}_{case.key}",
                    on_click=lambda place: take(edited(case, place)),
                    args=(place,),
                )


def _settle(desk: "Desk", chosen: Iterable[Choice], words: "Words") -> None:
    """Settle cases by the click that calls this, or keep why not."""
    listed = list(chosen)
    rows = sum(choice.row is not None for choice in listed)
    with kept_for_next_run():
        settle(desk.folder, desk.coder, Press("click", datetime.now(UTC)), listed)
        desk.tell(words.say("agreement.done", count=rows) if rows else words.say("agreement.none_settled"))


@contextmanager
def kept_for_next_run() -> Iterator[None]:
    """Keep for the next run why a click could not be carried out."""
    try:
        yield
    except DataError as error:
        st.session_state[REFUSED] = error
