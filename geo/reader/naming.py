"""Where a speaker's name stands beside its verb, and where what is told begins."""

import re

from geo.reader.cues import ACTOR, PERSON, Cues


def names_somebody(after: str, cues: Cues) -> bool:
    """Return whether a name follows a verb of saying: "said Fahim Dashti"."""
    return bool(cues["grammar.name_follows"].match(after))


def end_of_name(masked: str, start: int, cues: Cues) -> int:
    """Return where a speaker's name that follows its verb ends: at a stop, or after its appositions."""
    stop = cues["grammar.name_ends"].search(masked, start)
    return stop.start() if stop else len(masked)


def past_listener(masked: str, start: int, end: int, cues: Cues) -> int:
    """Return where what is told begins: past the listener, and past how and when it was told."""
    if cues["grammar.tells"].match(masked, start, end):
        listener = cues["grammar.listener"].match(masked, end)
        end = listener.end() if listener else end
    filler = cues["grammar.fillers"].match(masked, end)
    return filler.end() if filler else end


def name_before(masked: str, start: int, last: int, cues: Cues) -> tuple[int, int]:
    """Return the characters of the speaker's name before a verb, with its appositions."""
    begin = last
    for stop in cues["grammar.name_stop"].finditer(masked, last, start):
        begin = stop.end()
    parts = [begin, *(one.end() for one in cues["grammar.name_part"].finditer(masked, begin, start))]
    if len(parts) == 1:
        joint = [one.end() for one in cues["grammar.name_joint"].finditer(masked, begin, start)]
        if last and begin == last and not joint:
            return start, start
        return (joint[-1] if joint and begin == last else begin), start
    tail = masked[parts[-1] : start].strip()
    back = 4 if cues["grammar.about_speaker"].match(masked, parts[-2]) else 3
    return parts[max(0, len(parts) - back)] if _is_no_name(tail, cues) else parts[-1], start


def without_helpers(masked: str, name: tuple[int, int], cues: Cues) -> tuple[int, int]:
    """Return a name's characters without what belongs to its verb: "the Front is", "fighters appeared to"."""
    begin, end = name
    helpers = cues["grammar.name_helpers"].search(masked, begin, end)
    return (begin, helpers.start()) if helpers and helpers.start() > begin else name


def _is_no_name(tail: str, cues: Cues) -> bool:
    """Return whether what stands behind the last comma before a verb names nobody: "also", "however"."""
    return (
        bool(cues["grammar.name_tail"].fullmatch(tail))
        and not re.search(rf"[{ACTOR}{PERSON}]", tail)
        and not cues["grammar.bare_pronoun"].fullmatch(tail)
    )
