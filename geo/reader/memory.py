"""What an article has told so far: who speaks, whose people are whose, what was claimed where."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from geo.reader.candidates import ROW, Candidate
from geo.reader.speaker import OUTLET, THIRD

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.knowledge import Knowledge
    from geo.reader.mentions import Named
    from geo.reader.phrases import Phrase
    from geo.reader.speaker import Speaker

MOST_TOLD = 12
"""Claims that a denial may be about."""

COMING = frozenset({"advancing", "attacked", "captured", "present"})
"""Claims by which who takes a place may be known."""

OPENS = 12
"""Characters of a sentence in which its subject begins."""


@dataclass
class Memory:
    """What an article has told so far.

    Attributes
    ----------
    learned
        People's sides by surname.
    offices
        Sides by the office that spoke for them.
    speaker, heard
        Who spoke last before this sentence, and in it.
    actors, places
        Those named last, the latest at the end.
    told
        The last claims, those of the last sentence first.
    comers
        Area -> who last came, attacked or took ground there.
    attacked
        Places, with scopes, that the next attack beaten off is about.
    quoted
        Whether a quotation is still open.
    subject
        What the piece is about before it names a place: the folder's one group; "" = not known.
    topic
        The actor that the sentence before began with, if nobody spoke in it; "" = none.
    issued
        Sides by the paper that the sentence before says they gave out: "report".
    said_on
        The day on which the last speaker is told to have spoken.
    """

    outlet: str
    learned: dict["Phrase", str] = field(default_factory=dict)
    speaker: "Speaker | None" = None
    heard: "Speaker | None" = None
    offices: dict[str, str] = field(default_factory=dict)
    actors: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    told: list[Candidate] = field(default_factory=list)
    comers: dict[str, str] = field(default_factory=dict)
    attacked: list[tuple[str, str]] = field(default_factory=list)
    quoted: bool = False
    subject: str = ""
    topic: str = ""
    issued: dict[str, str] = field(default_factory=dict)
    said_on: date | None = None

    @property
    def attacker(self) -> str:
        """Who attacked last; "" = nobody did."""
        return next(
            (one.party for one in self.told if one.claim == "attacked" and one.polarity == "asserts"), ""
        )

    def in_quotes(self, text: str, at: int) -> bool:
        """Return whether a character of the sentence stands in quotation marks."""
        return _open_after(text[:at], opened=self.quoted)

    def goes_on(self, speaker: "Speaker") -> bool:
        """Return whether a speaker is the one of the sentence before."""
        return bool(
            self.speaker
            and self.speaker.side == speaker.side
            and {*speaker.name.split()} & {*self.speaker.name.split()}
        )

    def hear(self, speakers: list["Speaker"], said_on: date | None) -> None:
        """Keep the last speaker of a sentence: one of a side before a carrier of their words."""
        listed = [one for one in speakers if one.side != OUTLET]
        of_sides = [one for one in listed if one.side != THIRD]
        heard = of_sides or listed
        self.heard = heard[-1] if heard else None
        if self.heard and (said_on or not self.goes_on(self.heard)):
            self.said_on = said_on

    def remember(self, named: "Named", knowledge: "Knowledge", cues: "Cues", told: list[Candidate]) -> None:
        """Take over what a sentence has told."""
        actors = [one.ids[0] for one in named.of_kind("actor")]
        actors += [knowledge.actor_of(one.ids[0]) for one in named.of_kind("person")]
        opens = [one.ids[0] for one in named.of_kind("actor") if one.start <= OPENS]
        self.actors = [*self.actors, *filter(None, actors), *opens[:1]][-8:]
        self.topic = next(iter(opens), "") if self.heard is None else ""
        first = knowledge.sides.get(actors[0], "") if actors else ""
        papers = [one["paper"].lower() for one in cues["grammar.issues"].finditer(named.masked)]
        self.issued |= dict.fromkeys(papers, first) if first else {}
        if places := [one.ids[0] for one in named.of_kind("place")]:
            told_of = {one.area_id for one in told if one.tier == ROW}
            self.places = sorted(places, key=told_of.__contains__)
            self.subject = ""
        elif re.search(rf"[A-Z]\w+ (?:{cues.words('reach.units')})\b", named.masked):
            self.places, self.subject = [], ""
        rows = [one for one in told if one.tier == ROW]
        if rows:
            self.told = [*rows, *self.told][:MOST_TOLD]
            asserted = [one for one in rows if one.polarity == "asserts" and one.claim != "holds"]
            narrow = [one for one in asserted if one.scope == "named"] or asserted
            reached = [(one.area_id, "named" if one.scope == "named" else "part_of") for one in narrow]
            self.comers |= {one.area_id: one.party for one in asserted if one.claim in COMING and one.party}
            self.attacked = list(dict.fromkeys(reached)) or self.attacked
        self.speaker = self.heard or self.speaker
        self.quoted = _open_after(named.text, opened=self.quoted)


def _open_after(text: str, *, opened: bool) -> bool:
    """Return whether a quotation is open behind a text; straight marks open and close in turn."""
    for letter in text:
        if letter in "“«":
            opened = True
        elif letter in "”»":
            opened = False
        elif letter == '"':
            opened = not opened
    return opened
