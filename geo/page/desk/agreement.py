"""Two codings of the open article: how far they agree, and what is to be settled."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.desk import (
    UNASSISTED,
    Case,
    Choice,
    Press,
    agreement,
    called,
    cases,
    coders_of,
    coding_of,
    figure_rows,
    finish,
    finished,
    may_compare,
    may_settle,
    percent,
    settle,
    settled_by,
    texts_of,
    unsettle,
)
from geo.page.desk.cases import agreed, shown
from geo.page.desk.edited import draw_edit, edited
from geo.page.layout import draw_problems, draw_words
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

HEAD: Final = ("variable", "agree", "alpha", "n")


def draw_agreement(desk: "Desk", state: "FolderState", words: "Words") -> None:
    """Draw the comparison for whom it is open; `state` is the folder with everybody's rows."""
    source_id = desk.source_id
    title = str(state.conflict.sources.loc[source_id, "title"])
    st.header(plain(words.say("agreement.title", title=title)), anchor=False)
    if not may_compare(state, desk.coder, source_id):
        st.info(words.say("agreement.not_yet"))
        return
    if REFUSED in st.session_state:
        draw_problems(st.session_state.pop(REFUSED), words)
    if desk.said:
        st.toast(plain(desk.said), icon=":material/check:", duration="long")
        desk.tell("")
    pair = _pair(coders_of(state, source_id), words)
    if len(pair) == TWO:
        draw_words(_figures(state, source_id, pair, words))
    else:
        st.info(plain(words.say("agreement.only_one", who=pair[0])))
    _draw_cases(desk, state, cases(state, source_id, pair), words)
    if settled_by(state, desk.coder, source_id):
        label = words.say("agreement.unsettle")
        st.button(label, key="settle_back", type="tertiary", on_click=_unsettle, args=(desk, words))


def draw_others(desk: "Desk", state: "FolderState", words: "Words") -> None:
    """Draw what leads to the other codings of the open article, and says that the own one is done."""
    source_id, coders = desk.source_id, coders_of(state, desk.source_id)
    apart = coders not in {(), (desk.coder,)} or (coders and not state.alone(desk.coder))
    done = desk.coder in coders and finished(state, desk.coder, source_id)
    if not state.alone(desk.coder):
        st.caption(words.say("desk.several"))
    with st.container(horizontal=True, key="desk_others"):
        if desk.comparing:
            back = words.say("agreement.back")
            st.button(back, key="desk_back", type="tertiary", on_click=desk.compare, args=(False,))
        elif apart and may_compare(state, desk.coder, source_id):
            label = words.say("agreement.compare")
            st.button(label, key="desk_compare", type="tertiary", on_click=desk.compare, args=(True,))
        if desk.unassisted and not done:
            label = words.say("agreement.finish")
            st.button(label, key="desk_finish", type="tertiary", on_click=_finish, args=(desk,))


def _finish(desk: "Desk") -> None:
    finish(desk.folder, desk.coder, Press("click", datetime.now(UTC), UNASSISTED), desk.source_id)


def _pair(coders: Sequence[str], words: "Words") -> tuple[str, ...]:
    """Return the coders that are compared; of more than two a person chooses."""
    if len(coders) <= TWO:
        return tuple(coders)
    chosen: tuple[str, ...] = st.selectbox(
        words.say("agreement.coders"),
        list(combinations(coders, TWO)),
        format_func=lambda pair: plain(words.list(list(pair))),
    )
    return chosen


def _figures(state: "FolderState", source_id: str, pair: Sequence[str], words: "Words") -> str:
    codings = [coding for name in pair if (coding := coding_of(state, name))]
    rows = [[row for row in one.rows if row["source_id"] == source_id] for one in codings]
    found = agreement(rows[0], rows[1], {source_id: texts_of(state)[source_id]})
    both = len(found.rows.pairs)
    lines = [
        words.say(
            "agreement.rows",
            count=len(some),
            number=len(some),
            who=called(state, coding, (source_id,), words),
        )
        for coding, some in zip(codings, rows, strict=True)
    ]
    lines.append(words.say("agreement.both", count=both, number=both, share=percent(found.shared, words)))
    head = [words.say(f"agreement.{name}") for name in HEAD]
    table = figure_rows(found, words)
    return rendered("agreement.html.j2", words, lines=lines, head=head, figures=table)


def _draw_cases(desk: "Desk", state: "FolderState", found: Sequence[Case], words: "Words") -> None:
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
    with _refused():
        settle(desk.folder, desk.coder, Press("click", datetime.now(UTC)), listed)
        desk.tell(words.say("agreement.done", count=rows) if rows else words.say("agreement.none_settled"))


def _unsettle(desk: "Desk", words: "Words") -> None:
    """Take back what this person settled last in the article, or keep why not."""
    with _refused():
        back = unsettle(desk.folder, desk.coder, Press("click", datetime.now(UTC)), desk.source_id)
        desk.tell(words.say("agreement.unsettled", count=len(back)))


@contextmanager
def _refused() -> Iterator[None]:
    """Keep for the next run why a click could not be carried out."""
    try:
        yield
    except DataError as error:
        st.session_state[REFUSED] = error
