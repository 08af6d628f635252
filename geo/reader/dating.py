"""The days that a claim is about: codebook §2, 6 and §5, 4 and 5."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from geo.reader.reasons import Reason

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.days import Days
    from geo.reader.found import FoundCue
    from geo.reader.frame import Frame


class Clock(NamedTuple):
    """What days are taken from: those of the sentence, those of speech, the day told on, the other cues, and its text."""

    days: list["Days"]
    said: dict["Days", "Frame"]
    published: date
    others: list["FoundCue"]
    text: str


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


def dated(cue: "FoundCue", frame: "Frame | None", clock: Clock, cues: "Cues", *, present: bool) -> Dated:
    """Return the days of a claim: its own words', else by its tense those of the telling or the article."""
    said = clock.said
    own = _own_days(cue, frame, [one for one in clock.days if one not in said], clock.others, clock.text, cues)
    told = next((one for one, who in said.items() if who is frame), None) or next(iter(said), None)
    reference = told.last if told and told.last else clock.published
    if own:
        return _in_words(own, clock.text)
    clock_of = "said" if told else "article"
    if present:
        return Dated(str(reference), str(reference), Reason(f"present_{clock_of}"))
    return Dated("", str(reference), Reason(f"past_{clock_of}"))


def _in_words(own: "Days", text: str) -> Dated:
    first, last = (str(day) if day else "" for day in (own.first, own.last))
    said = text[own.start : own.end]
    return Dated(first, last, Reason("days" if last else "undated", said, last))


def _own_days(
    cue: "FoundCue", frame: "Frame | None", days: list["Days"], others: list["FoundCue"], text: str, cues: "Cues"
) -> "Days | None":
    """Return the words about days that belong to a cue: those that open what is told, else the nearest."""
    begin, end = (frame.start, frame.end) if frame else (0, 10**9)
    inside = [one for one in days if begin <= one.start and one.end <= end]
    for one in inside:
        if one.start - begin <= 3 and one.end <= cue.start:  # noqa: PLR2004 (a quotation mark and a blank)
            return one
    near = [one for one in inside if not _parted(one, cue, others, text) and not _in_new_clause(one, cue, cues, text)]
    return min(near, key=lambda one: max(one.start - cue.end, cue.start - one.end), default=None)


def _in_new_clause(one: "Days", cue: "FoundCue", cues: "Cues", text: str) -> bool:
    """Return whether a clause that begins behind a cue holds words about days: "…, though since Sunday …"."""
    return one.start > cue.end and bool(cues["grammar.new_clause"].search(text, cue.end, one.start))


def _parted(one: "Days", cue: "FoundCue", others: list["FoundCue"], text: str) -> bool:
    """Return whether another cue stands between words about days and a cue."""
    if text and _of_another(one, cue, others, text):
        return True
    low, high = (cue.end, one.start) if one.start >= cue.end else (one.end, cue.start)
    return any(low <= other.start and other.end <= high for other in others if other != cue)


def _of_another(one: "Days", cue: "FoundCue", others: list["FoundCue"], text: str) -> bool:
    """Return whether a comma parts words about days from a cue, and another cue stands on their side of it."""
    if one.end <= cue.start and text[one.end : one.end + 1] == "," and any(o.end <= one.start for o in others):
        return True
    low, high = min(one.end, cue.end), max(one.start, cue.start)
    if not any(mark in text[low:high] for mark in ",;"):
        return False
    start = max(text.rfind(mark, 0, one.start) for mark in ",;") + 1
    ends = [place for mark in ",;" if (place := text.find(mark, one.end)) >= 0]
    end = min(ends, default=len(text))
    return any(start <= other.start and other.end <= end for other in others if other != cue)
