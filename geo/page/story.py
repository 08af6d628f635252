"""The story on the page: where in it the reader is, its buttons, its words."""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo import panel
from geo.page.composed import composed, part_of
from geo.page.state import aside, choose, chosen, way_in

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words

TOLD: Final = "story"
"""Key of the session: whose story is told, and which of its steps, counted from 0; not there = none."""

SHOWN: Final = ("day", "area", "narrator", "known", "compare")
"""The choices that a step makes."""


def draw_story(conflict: "Conflict", words: "Words") -> None:
    """Draw the button that starts the story, or the step that is told; nothing where there is no story."""
    there = panel.steps(conflict, words.language)
    with st.container(key="story", gap="xsmall"):
        if not there:
            return
        number = _number(conflict, len(there))
        if number is None:
            _button("start", words.say("page.story_start", count=len(there)), conflict, 0, words)
        else:
            _draw_step(conflict, number, words)


def _draw_step(conflict: "Conflict", number: int, words: "Words") -> None:
    there, view = panel.steps(conflict, words.language), replace(chosen(), area=None, compare=None)
    st.html(
        composed(
            part_of(f"story {number}", conflict, view, aside()),
            lambda: panel.story_html(conflict, there, number, words, way_in(conflict)),
        )
    )
    with st.container(horizontal=True, key="story_steps", gap="xsmall"):
        for key, to in (("back", number - 1), ("next", number + 1)):
            disabled = to not in range(len(there))
            _button(key, words.say(f"page.story_{key}"), conflict, to, words, disabled=disabled)
        if _choices(panel.view_of(there[number], conflict, words.language)) != _choices(chosen()):
            _button("again", words.say("page.story_again"), conflict, number, words)
        st.button(words.say("page.story_end"), key="story_end", type="tertiary", on_click=_leave)


def _button(  # noqa: PLR0913, PLR0917 (a button, and where it leads)
    key: str, label: str, conflict: "Conflict", to: int, words: "Words", disabled: bool = False
) -> None:
    said = (conflict, to, words.language)
    st.button(label, key=f"story_{key}", disabled=disabled, on_click=_tell, args=said)


def _choices(view: "View") -> dict[str, object]:
    return {name: value for name, value in asdict(view).items() if name in SHOWN}


def _number(conflict: "Conflict", count: int) -> int | None:
    """Return which step is told, None = none; a file that was edited may have fewer than before."""
    whose, number = st.session_state.get(TOLD, ("", 0))
    return min(number, count - 1) if whose == conflict.id else None


def _tell(conflict: "Conflict", number: int, language: str) -> None:
    """Go to a step: its view is chosen as if by hand, so that all other choices are one click away."""
    step = panel.steps(conflict, language)[number]
    choose(**_choices(panel.view_of(step, conflict, language)))
    st.session_state[TOLD] = conflict.id, number


def _leave() -> None:
    """Leave the story; the view stays."""
    del st.session_state[TOLD]
