"""Whose words they are: the side of whoever a frame names, learned from the article where it tells."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.reader.cues import ACTOR, MASKS, Cues
from geo.reader.masked import Mention, words_of
from geo.reader.reasons import Reason
from geo.reader.speaker import OUTLET, THIRD, Speaker

if TYPE_CHECKING:
    from geo.reader.frame import Frame
    from geo.reader.knowledge import Knowledge
    from geo.reader.memory import Memory
    from geo.reader.mentions import Named


@dataclass(frozen=True)
class Hearing:
    """A sentence in which somebody speaks, and what is known about who that may be."""

    frames: list["Frame"]
    named: "Named"
    knowledge: "Knowledge"
    cues: Cues
    memory: "Memory"

    def speaker(self, frame: "Frame") -> Speaker:
        """Return who speaks in a frame; a frame without a name goes on with the speaker before it."""
        start, end = frame.speaker
        if start == end:
            earlier = [
                one for one in self.frames if one.verb < frame.verb and one.speaker[0] < one.speaker[1]
            ]
            if earlier:
                return self.speaker(earlier[-1])
        name = " ".join(
            re.sub(r"^(?:\d\d?[:.]\d\d\b)?[\s,“”\"]+|[\s,“”\"]+$", "", self.named.text[start:end]).split()
        )
        verb = self.named.text[slice(*frame.verb)].partition(",")[0]
        verb = self.cues["grammar.said_when"].split(verb)[0].strip()
        side = self._side(start, end)
        if side is None and frame.inverted and self.cues["grammar.it_said"].search(name):
            side = self._first_told(frame)
        if side in {THIRD, self.knowledge.sides.get(self.knowledge.home)} and self.cues[
            "grammar.its_speaker"
        ].search(self.named.masked[start:end]):
            side = (self._first_told(frame) if frame.inverted else None) or self._topic() or side
        if side is None and self.memory.topic and self.cues["grammar.it_said"].search(name):
            side = self._topic()
        if side is None:
            before = self.memory.speaker
            side, name = (before.side, before.name) if before else (self._unknown(start, end), name)
        self._learn(start, end, side)
        return Speaker(side, name, Reason("said_by", verb, name), self._actor(start, end, side))

    def _actor(self, start: int, end: int, side: str) -> str:
        """Return which of a side's actors speaks: its only one, the one in the name, or the last named."""
        if only := self.knowledge.actor_of(side):
            return only
        actors = [one for one in self.named.of_kind("actor") if self.knowledge.sides.get(one.ids[0]) == side]
        inside = [one.ids[0] for one in actors if start <= one.start and one.end <= end]
        before = [one.ids[0] for one in actors if one.end <= start]
        last = [one for one in self.memory.actors if self.knowledge.sides.get(one) == side]
        return next(iter([*inside, *reversed(before), *reversed(last)]), "")

    def _topic(self) -> str | None:
        """Return the side of the actor that the sentence before began with; None = it began with none."""
        return self.knowledge.sides.get(self.memory.topic)

    def _first_told(self, frame: "Frame") -> str | None:
        """Return the side of the first actor in what is told: "The army took X, it said"."""
        told = [one.ids[0] for one in self.named.of_kind("actor") if frame.start <= one.start < frame.end]
        return self.knowledge.sides.get(told[0]) if told else None

    def _side(self, start: int, end: int) -> str | None:
        """Return the side of whom the characters name; None = the speaker before."""
        inside = [one for one in self.named.mentions if start <= one.start and one.end <= end]
        people = [one.ids[0] for one in inside if one.kind == "person"]
        if people or (paper := self._of_the_house(self.named.masked[start:end], inside)):
            return people[0] if people else paper
        before = [one.ids[0] for one in self.named.of_kind("actor") if one.end <= start]
        return self._by_reference(start, end, before or self.memory.actors[-1:], inside)

    def _of_the_house(self, name: str, inside: list[Mention]) -> str:
        """Return the outlet for "our reporter", the side that gave it out for "the report"; "" = neither."""
        if self.cues["grammar.our_own"].search(name):
            return OUTLET
        doc = None if inside else self.cues["grammar.doc"].fullmatch(name)
        return self.memory.issued.get(doc["doc"].lower(), "") if doc else ""

    def _by_reference(self, start: int, end: int, before: list[str], inside: list[Mention]) -> str | None:
        """Return the side of "its commander", of a pronoun, of an actor named, or nobody's."""
        masked = self.named.masked[start:end]
        named = [one for one in inside if one.kind == "actor"]
        of_it = self.cues["grammar.speaks_for_it"].match(masked)
        if of_it and not self.named.of_kind("actor") and self.named.of_kind("place"):
            of_it = self.cues["grammar.spokesman"].match(masked)
        if before and not named and of_it:
            return self.knowledge.sides.get(before[0])
        if not named and (office := self.memory.offices.get(_office(masked, self.cues))):
            return office
        if of_it is None and self.cues["grammar.speaks_for_it"].match(masked):
            return self._unknown(start, end)
        pronoun = _pronoun(masked, self.cues)
        if pronoun is not None and not self._another_office(pronoun):
            return _of_pronoun(pronoun, before, self.knowledge, self.cues)
        if named and self._for_themselves(masked):
            return self._unknown(start, end)
        named.sort(
            key=lambda one: not self.cues["grammar.belongs_to"].search(self.named.text[start : one.start])
        )
        sides = [side for one in named if (side := self._actor_side(one, start))]
        return sides[0] if sides else self._unknown(start, end)

    def _for_themselves(self, name: str) -> bool:
        """Return whether a nation's bloggers, media or residents speak: not those that are for a side."""
        own = self.cues["grammar.for_themselves"].search(name)
        return bool(own) and not self.cues["grammar.partisan"].search(name)

    def _another_office(self, name: str) -> bool:
        """Return whether "the governor" is an office of the state, and not the speaker before."""
        office = self.cues["grammar.of_a_state"].search(name)
        before = self.memory.speaker.name if self.memory.speaker else ""
        return bool(office and self.knowledge.home and office[0] not in before)

    def _unknown(self, start: int, end: int) -> str:
        """Return whether nobody of the conflict is named: the outlet itself, or a third party."""
        masked = self.named.masked[start:end]
        home = self.knowledge.sides.get(self.knowledge.home)
        if (
            home
            and self.cues["grammar.of_a_state"].search(masked)
            and not self.cues["grammar.foreign"].search(masked)
        ):
            return home
        outlet = {word.folded for word in words_of(self.memory.outlet)}
        return (
            OUTLET if outlet and outlet <= {w.folded for w in words_of(self.named.text[start:end])} else THIRD
        )

    def _actor_side(self, one: Mention, start: int) -> str:
        """Return an actor's side; of who is against it, the rival's; of who is only close to it, none."""
        before = self.named.text[max(0, one.start - 30) : one.start]
        actor = one.ids[0]
        if re.search(self.cues.words("moods.opposed"), before, re.IGNORECASE):
            actor = self.knowledge.rival(actor)
        only_close = self.cues["grammar.only_close"].search(before)
        if only_close and ACTOR in self.named.masked[start : one.start]:
            return ""
        return self.knowledge.sides.get(actor, "")

    def _learn(self, start: int, end: int, side: str) -> None:
        """Keep the side of a person who is introduced: "Taliban spokesman Bilal Karimi"."""
        text = re.sub(f"[{MASKS}]", "", self.named.masked[start:end])
        if side not in {OUTLET, THIRD} and (office := _office(self.named.masked[start:end], self.cues)):
            self.memory.offices[office] = side
        titles = self.cues.words("speakers.titles")
        if side in {OUTLET, THIRD} or not re.search(rf"\b(?:{titles})\b", text, re.IGNORECASE):
            return
        for match in re.finditer(r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+", text):
            words = tuple(word.folded for word in words_of(match[0]))
            if words and not self.cues["speakers.not_names"].search(" ".join(words)):
                self.memory.learned[words[-1:]] = side
                self.memory.learned[words] = side


def _office(masked: str, cues: Cues) -> str:
    """Return the office in a speaker's name, "ministry": later "the same ministry" is the same; "" = none."""
    found = cues["speakers.office"].findall(masked)
    return found[-1] if found else ""


def _pronoun(masked: str, cues: Cues) -> str | None:
    """Return the pronoun that is all there is of a name, if that; None = there is more."""
    plain = " ".join(cues["grammar.beside_pronoun"].sub(" ", masked).split()).lower().strip(" .")
    return plain if cues["grammar.pronoun_alone"].fullmatch(plain) else None


def _of_pronoun(pronoun: str, actors: list[str], knowledge: "Knowledge", cues: Cues) -> str | None:
    """Return the side of the actor that was named last, for "the group", "the latter", "its leader"."""
    if not actors or not cues["grammar.its"].match(pronoun):
        return None
    return knowledge.sides.get(actors[-1 if cues["grammar.latter"].search(pronoun) else 0])
