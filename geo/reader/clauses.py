"""Which words about days belong to a claim: those of its own clause."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.reader.dating import Clock
    from geo.reader.days import Days
    from geo.reader.frame import Frame
    from geo.reader.verbs import FoundCue


def own_days(cue: "FoundCue", frame: "Frame | None", clock: "Clock") -> "Days | None":
    """Return the words about days that belong to a cue: those that open what is told, else the nearest."""
    begin, end = (frame.start, frame.end) if frame else (0, len(clock.text))
    own = [one for one in clock.days if one not in clock.said]
    inside = [one for one in own if begin <= one.start and one.end <= end]
    for one in inside:
        if one.start - begin <= 3 and one.end <= cue.start:  # noqa: PLR2004 (a quotation mark and a blank)
            return one
    near = [one for one in inside if not _parted(one, cue, clock)]
    return min(near, key=lambda one: max(one.start - cue.end, cue.start - one.end), default=None)


def _parted(one: "Days", cue: "FoundCue", clock: "Clock") -> bool:
    """Return whether another cue, or a clause that begins, stands between words about days and a cue."""
    if one.kind == "dayafter" and one.start >= cue.end:
        return True
    if _of_another(one, cue, clock) or _in_new_clause(one, cue, clock) or _of_before(one, cue, clock):
        return True
    low, high = (cue.end, one.start) if one.start >= cue.end else (one.end, cue.start)
    return any(low <= other.start and other.end <= high for other in _others(cue, clock))


def _of_before(one: "Days", cue: "FoundCue", clock: "Clock") -> bool:
    """Return whether words about days are those of a cue before, and this one is told as of now."""
    now = clock.cues["grammar.now_before"].search(clock.text[: cue.start])
    now = now or clock.cues["grammar.now"].search(clock.masked, cue.start, cue.end)
    earlier = one.end <= cue.start and any(other.end <= one.start for other in _others(cue, clock))
    joined = one.end <= cue.start and clock.cues["grammar.joint_now"].search(clock.masked, one.end, cue.start)
    own = clock.cues["grammar.own_clause"].search(clock.masked, one.end, max(one.end, cue.start))
    return bool((earlier and (now or own)) or (now and joined))


def _others(cue: "FoundCue", clock: "Clock") -> list["FoundCue"]:
    """Return the other cues of a sentence; an attack that is beaten off is one with that."""
    return [one for one in clock.others if one != cue and one.form not in {"beaten_noun", "failed"}]


def _in_new_clause(one: "Days", cue: "FoundCue", clock: "Clock") -> bool:
    """Return whether a clause that begins behind a cue holds words about days: "…, though since Sunday …"."""
    begins = clock.cues["grammar.new_clause"]
    return one.start > cue.end and bool(begins.search(clock.text, cue.end, one.start))


def _of_another(one: "Days", cue: "FoundCue", clock: "Clock") -> bool:
    """Return whether a comma parts days from a cue, and another cue stands on their side of it."""
    text, others = clock.text, _others(cue, clock)
    ends_clause = one.end <= cue.start and text[one.end : one.end + 1] == ","
    if ends_clause and any(other.end <= one.start for other in others):
        return True
    low, high = min(one.end, cue.end), max(one.start, cue.start)
    if not any(mark in text[low:high] for mark in ",;"):
        return False
    start = max(text.rfind(mark, 0, one.start) for mark in ",;") + 1
    ends = [place for mark in ",;" if (place := text.find(mark, one.end)) >= 0]
    end = min(ends, default=len(text))
    return any(start <= other.start and other.end <= end for other in others)
