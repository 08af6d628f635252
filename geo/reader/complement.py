"""The only place outside somebody's control: who holds it, and what that says of all the others."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from geo.reader.clusters import clusters
from geo.reader.dating import Clock, dated
from geo.reader.frames import innermost
from geo.reader.places import Place
from geo.reader.reasons import Reason
from geo.reader.rows import row
from geo.reader.subjects import Who, actor_in
from geo.reader.verbs import FoundCue

if TYPE_CHECKING:
    from geo.reader.candidates import Candidate
    from geo.reader.masked import Mention
    from geo.reader.passage import Passage
    from geo.reader.stand_ins import Ground

FARTHEST: Final = 60
"""Characters between "outside" and whose control it is."""


class Complement(NamedTuple):
    """What "the only province outside X's control" says.

    Attributes
    ----------
    start, end
        Characters of the words that say it.
    place
        The one place.
    actor
        Who holds all the others.
    others
        The areas that are not in the one place.
    """

    start: int
    end: int
    place: "Mention"
    actor: "Mention"
    others: tuple[str, ...]


def complement_of(ground: "Ground") -> Complement | None:
    """Return what a sentence says by complement; None = nothing, or no place and no actor are named."""
    masked, cues = ground.named.masked, ground.cues
    only = cues["reach.only"].search(masked)
    if not only:
        return None
    outside = cues["reach.outside"].search(masked, only.start())
    if not outside:
        return None
    actors = [
        one
        for one in ground.named.of_kind("actor")
        if one.start >= only.end() - 1 and one.start - outside.end() < FARTHEST
    ]
    listed = clusters(ground)
    before = [
        one
        for one in listed
        if one.end <= only.start() and cues["grammar.joined"].search(masked, one.end, only.start())
    ]
    place = before[-1].mentions[-1] if before else None
    if not actors or not place:
        return None
    end = max(actors[0].end, outside.end())
    if control := cues["grammar.control"].match(masked, end):
        end = control.end()
    return Complement(only.start(), end, place, actors[0], _others(ground, place, only.end()))


def _others(ground: "Ground", place: "Mention", start: int) -> tuple[str, ...]:
    """Return the areas outside the place: of the province that is named behind "only", else of the map."""
    knowledge = ground.knowledge
    own = {area for one in place.ids for area in knowledge.members(one)}
    named = [one.ids[0] for one in ground.named.of_kind("place") if one.start >= start]
    around = next(
        (knowledge.under[one] for one in named if own <= {*knowledge.under.get(one, ())}), knowledge.areas
    )
    return tuple(area for area in _province(ground, own, start) or around if area not in own)


def _province(ground: "Ground", own: set[str], start: int) -> tuple[str, ...]:
    """Return the areas of a province that is no group, named behind "only": "of the Free Coast"."""
    words = [word.casefold() for word in re.findall(r"\w+", ground.named.text[start : start + 60])]
    for phrase, areas in ground.knowledge.provinces.items():
        if own <= {*areas} and any(tuple(words[at : at + len(phrase)]) == phrase for at in range(len(words))):
            return areas
    return ()


def holder_of(found: Complement, ground: "Ground") -> tuple[str, str]:
    """Return who holds the one place and the polarity: with two actors the rival, else X's hold is denied."""
    actor = actor_in(found.actor, ground.knowledge)
    rival = ground.knowledge.rival(actor)
    return (rival, "asserts") if rival else (actor, "denies")


def by_complement(passage: "Passage", only: Complement) -> Iterator["Candidate"]:
    """Yield the one place and all the others, which are one question to a person."""
    ground = passage.ground
    cue = FoundCue(only.start, only.end, "holds", "state", passive=False)
    frame = innermost(passage.named.masked, passage.frames, only.start, only.end, passage.cues)
    speaker = passage.speaker(frame, only.start)
    before = passage.named.masked[max(0, only.start - 25) : only.start]
    been = bool(passage.cues["grammar.only_been"].search(before))
    present = bool(passage.cues["grammar.only_now"].search(before)) and not been
    since = [one for one in passage.days if one.kind == "since"]
    named = passage.named
    clock = Clock(since, passage.said, passage.published, [], named.text, named.masked, passage.cues)
    when = dated(cue, frame, clock, present=present)
    holder, polarity = holder_of(only, ground)
    place = only.place.ids[0]
    scope = "all_of" if place in passage.knowledge.under else "named"
    where = Place(place, scope, (only.place.start, only.place.end), Reason("one_outside"))
    yield row(
        passage,
        cue,
        where,
        Who(holder, (only.actor.start, only.actor.end), Reason("only_outside")),
        speaker,
        when,
        polarity=polarity,
    )
    actor = only.actor.ids[0]
    who = Who(actor, (only.actor.start, only.actor.end), Reason("all_others"))
    question = f"only_outside:{passage.sentences[passage.number].start}"
    for area in only.others if present or been else ():
        where = Place(area, "only_outside", (only.place.start, only.place.end), Reason("outside_only"))
        told = row(passage, cue, where, who, speaker, when, polarity="asserts")
        yield replace(told, question=question)
