"""Two codings of the open article: how far they agree, and what is to be settled."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.desk import (
    UNASSISTED,
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
    percent,
    settled_by,
    texts_of,
    unsettle,
)
from geo.page.desk.settling import REFUSED, TWO, draw_cases, kept_for_next_run
from geo.page.outside import plain
from geo.page.said import draw_problems, draw_words
from geo.panel import rendered

if TYPE_CHECKING:
    from geo.desk import FolderState
    from geo.page.desk.session import Desk
    from geo.words import Words


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
    draw_cases(desk, state, cases(state, source_id, pair), words)
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


def _unsettle(desk: "Desk", words: "Words") -> None:
    """Take back what this person settled last in the article, or keep why not."""
    with kept_for_next_run():
        back = unsettle(desk.folder, desk.coder, Press("click", datetime.now(UTC)), desk.source_id)
        desk.tell(words.say("agreement.unsettled", count=len(back)))
