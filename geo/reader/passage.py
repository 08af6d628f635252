"""A sentence with all that is needed to read it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from geo.reader.dating import speech_days
from geo.reader.found import found_cues
from geo.reader.frame import SAYS, Frame
from geo.reader.reasons import Reason
from geo.reader.speaker import OUTLET, Speaker
from geo.reader.speakers import Hearing
from geo.reader.stand_ins import Ground

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.days import Days
    from geo.reader.knowledge import Knowledge
    from geo.reader.memory import Memory
    from geo.reader.mentions import Named
    from geo.reader.sentence import Sentence
    from geo.reader.verbs import FoundCue


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A sentence with all that is needed to read it."""

    article: str
    sentences: list["Sentence"]
    number: int
    named: "Named"
    days: list["Days"]
    frames: list[Frame]
    knowledge: "Knowledge"
    cues: "Cues"
    published: date
    memory: "Memory"

    @property
    def ground(self) -> Ground:
        """Where places are looked for."""
        return Ground(self.named, self.knowledge, self.cues, tuple(self.memory.places), self.memory.subject)

    @property
    def hearing(self) -> Hearing:
        """What a speaker is found by."""
        return Hearing(self.frames, self.named, self.knowledge, self.cues, self.memory)

    @cached_property
    def found(self) -> list["FoundCue"]:
        """The cues of the sentence."""
        return found_cues(self.named.masked, self.cues, self.frames)

    @cached_property
    def said(self) -> dict["Days", Frame]:
        """The days on which something was said."""
        return speech_days(self.days, self.frames, self.named.masked, self.cues)

    @property
    def _between_quotes(self) -> bool:
        """Whether the sentence stands, without marks, between two quotations of one speaker."""
        after = self.sentences[self.number + 1 : self.number + 2]
        before = self.sentences[max(0, self.number - 1) : self.number]
        if not before or not after or self.frames:
            return False
        return before[0].text.endswith(("”", '"', "»")) and after[0].text.startswith(("“", '"', "«"))

    def speaker(self, frame: Frame | None, at: int) -> Speaker:
        """Return who speaks in a frame; without one whoever is quoted there, else the article itself."""
        if frame:
            return self.hearing.speaker(frame)
        if self.memory.in_quotes(self.named.text, at) or self._between_quotes:
            around = [one for one in self.frames if one.kind == SAYS]
            if around:
                return self.hearing.speaker(around[-1])
            if self.memory.speaker:
                return self.memory.speaker._replace(reason=Reason("quoted"))
        return Speaker(OUTLET, self.memory.outlet, Reason("own_voice"))
