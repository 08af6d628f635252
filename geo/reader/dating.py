"""The days that a claim is about: codebook §2, 6 and §5, 4 and 5."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from geo.reader.clauses import own_days
from geo.reader.reasons import Reason

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.days import Days
    from geo.reader.frame import Frame
    from geo.reader.verbs import FoundCue


class Clock(NamedTuple):
    """What days are taken from: a sentence's days, those of speech, the day told on, and its cues."""

    days: list["Days"]
    said: dict["Days", "Frame"]
    published: date
    others: list["FoundCue"]
    text: str
    masked: str
    cues: "Cues"


class Dated(NamedTuple):
    """The days a claim is about, "" = none, and the words that say so."""

    first: str
    last: str
    basis: Reason


def speech_days(
    days: list["Days"], frames: list["Frame"], masked: str, cues: "Cues"
) -> dict["Days", "Frame"]:
    """Return the days on which something was said, with the frame of who said it."""
    found = {}
    for one in days:
        for frame in frames:
            in_verb = frame.verb[0] <= one.start and one.end <= frame.verb[1]
            in_name = frame.speaker[0] <= one.start and one.end <= frame.speaker[1]
            opens = not frame.inverted and bool(
                cues["grammar.said_before"].fullmatch(masked, one.end, max(one.end, frame.speaker[0]))
                and one.end <= frame.speaker[0]
            )
            if in_verb or in_name or opens:
                found[one] = frame
    return found


def dated(cue: "FoundCue", frame: "Frame | None", clock: Clock, *, present: bool) -> Dated:
    """Return the days of a claim: its own words', else by its tense those of the telling or the article."""
    said = clock.said
    own = own_days(cue, frame, clock)
    told = next((one for one, who in said.items() if who is frame), None) or next(iter(said), None)
    reference = told.last if told and told.last else clock.published
    if own:
        return in_words(own, clock.text)
    clock_of = "said" if told else "article"
    if present:
        return Dated(str(reference), str(reference), Reason(f"present_{clock_of}"))
    return Dated("", str(reference), Reason(f"past_{clock_of}"))


def in_words(own: "Days", text: str) -> Dated:
    """Return the days that words of a text say."""
    first, last = (str(day) if day else "" for day in (own.first, own.last))
    said = text[own.start : own.end]
    return Dated(first, last, Reason("days" if last else "undated", said, last))
