"""What a coder is doing between two decisions: which article, which statement, what is changed of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from geo.desk import FolderState, drafts_shown, folder_state, seen_by
from geo.page.desk.items import Item, items_of

if TYPE_CHECKING:
    from geo.desk import Draft

KEY: Final = "desk_state"
ARTICLE: Final = "article"
"""Parameter of the address: the article that is open, so that it is so again after a reload."""


@dataclass
class Desk:
    """One visitor's work at the desk; nothing of it is on disk before a decision.

    Attributes
    ----------
    unassisted
        Whether the article is shown alone, without candidates.
    source_id
        The article that is open; "" = none.
    comparing
        Whether its codings are shown side by side.
    current
        Id of the item that is shown as a card; "" = the first that is undecided.
    changed
        Draft -> field -> what the person made of it.
    followed
        Draft -> fields that the words quoted have changed, not the person.
    made
        Rows started from a selection, by id, until they are accepted or let go.
    apart
        Questions whose rows are put one by one.
    learned
        Spellings that were learned, or are not to be offered again.
    heard
        Number of the last message of the page that was acted on: none is acted on twice.
    said, failed
        What was done last, in words, and whether it went wrong.
    """

    folder: Path
    coder: str
    unassisted: bool = False
    source_id: str = ""
    comparing: bool = False
    current: str = ""
    changed: dict[str, dict[str, str]] = field(default_factory=dict)
    followed: dict[str, frozenset[str]] = field(default_factory=dict)
    made: dict[str, "Draft"] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    learned: set[str] = field(default_factory=set)
    heard: int = 0
    said: str = ""
    failed: bool = False

    @property
    def state(self) -> FolderState:
        """The folder as the coder may see it now; read again only when its files changed."""
        return seen_by(folder_state(self.folder), self.coder)

    def items(self, state: FolderState) -> list[Item]:
        """Return what is put to the coder of the open article, in its order."""
        drafts = drafts_shown(state, self.source_id, self.coder, unassisted=self.unassisted)
        made = (one for one in self.made.values() if one.row["source_id"] == self.source_id)
        return items_of([*drafts, *made], self.apart)

    def open(self, source_id: str) -> None:
        """Open an article, or with "" the list of all."""
        self.source_id, self.current, self.comparing = source_id, "", False
        self.tell("")
        if source_id:
            st.query_params[ARTICLE] = source_id
        else:
            st.query_params.pop(ARTICLE, None)

    def compare(self, comparing: bool) -> None:
        """Show the codings of the open article side by side, or the article again."""
        self.comparing = comparing
        self.tell("")

    def tell(self, said: str, *, failed: bool = False) -> None:
        """Have the page say what was done, or why it was not."""
        self.said, self.failed = said, failed


def desk_of(folder: Path, coder: str, articles: Iterable[str], *, unassisted: bool = False) -> Desk:
    """Return this visitor's desk, made at their first run; the address may name the article that is open."""
    found: Desk | None = st.session_state.get(KEY)
    if found is None or (found.folder, found.coder) != (folder, coder):
        found = Desk(folder, coder, unassisted)
        named = st.query_params.get(ARTICLE, "")
        found.source_id = named if named in set(articles) else ""
        st.session_state[KEY] = found
    return found
