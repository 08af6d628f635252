"""Verbs of saying, denying and demanding, each with who speaks and what is told."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.reader.frame import ASKS, DENIES, ENOUGH, SAYS, Frame, end_of_told
from geo.reader.naming import end_of_name, name_before, names_somebody, past_listener, without_helpers

if TYPE_CHECKING:
    from geo.reader.cues import Cues


def spoken(masked: str, cues: "Cues") -> Iterator[Frame]:
    """Yield a frame for each verb of saying or denying."""
    last = 0
    for verb in cues["grammar.verb_of_saying"].finditer(masked):
        kind = DENIES if verb["no"] else ASKS if verb["ask"] else SAYS
        shows = cues["grammar.shows"].search(verb[0])
        if shows and not cues["grammar.pictures"].search(masked, last, verb.start()):
            continue
        frame = _frame(masked, verb.span(), last, kind, cues)
        if frame and _tells(frame, masked) and not cues["grammar.oneself"].fullmatch(masked, *frame.speaker):
            yield frame
            last = verb.end()


def _frame(masked: str, verb: tuple[int, int], last: int, kind: str, cues: "Cues") -> Frame | None:
    start, end = verb
    before = masked[:start]
    if cues["grammar.no_verb"].search(before) or _is_a_noun(before, masked[start:], cues):
        return None
    going = bool(cues["grammar.saying"].search(masked[:end]))
    by = cues["grammar.by_whom"].match(masked, end)
    if cues["grammar.was_said"].search(before) and not going and not by:
        return None
    if cues["grammar.been_said"].search(before) and not going:
        return _passive(masked, verb, kind, cues)
    if _inverts(masked, start, end, cues):
        return Frame(last, start, (end, end_of_name(masked, end, cues)), verb, kind, inverted=True)
    told = past_listener(masked, start, end, cues)
    same = last and _same_speaker(masked, start, end, last, cues)
    name = (start, start) if same else without_helpers(masked, name_before(masked, start, last, cues), cues)
    ends = cues["grammar.trails"].match(masked, told) or cues["grammar.told_how"].match(
        masked.rstrip(" ."), told
    )
    if ends and not cues["grammar.told_directly"].match(masked, told) and _trails(masked, name[0]):
        return Frame(0, name[0], name, (start, told), kind, inverted=True)
    close = end_of_told(masked, told, cues)
    colon = masked.find(": ", told, close) if kind == DENIES else -1
    close = colon if colon > told else close
    if cues["grammar.subordinate"].search(masked[last:start]):
        comma = masked.find(",", told, close)
        close = comma if comma > 0 else close
    return Frame(told, close, name, (start, told), kind, inverted=False)


def _tells(frame: Frame, masked: str) -> bool:
    """Return whether anything is told: "which both sides claimed." tells nothing."""
    return frame.kind != SAYS or bool(masked[frame.start : frame.end].strip(' .,;:”"'))


def _same_speaker(masked: str, start: int, end: int, last: int, cues: "Cues") -> bool:
    """Return whether a verb goes on with the speaker of the verb before it: "…, adding that", "and said"."""
    going_on = cues["grammar.same_speaker"].search(masked[last:start])
    return bool(going_on or cues["grammar.saying"].search(masked[start:end]))


def _is_a_noun(before: str, verb: str, cues: "Cues") -> bool:
    """Return whether "claims", "reports", "posts" are things said, and no verb."""
    if not cues["grammar.noun_or_verb"].match(verb):
        return False
    alone = cues["grammar.noun_alone"].match(verb) or cues["grammar.noun_acts"].match(verb)
    alone = alone or (cues["grammar.noun_that"].match(verb) and cues["grammar.before_noun"].search(before))
    return bool(alone or cues["grammar.noun_owned"].search(before))


def _inverts(masked: str, start: int, end: int, cues: "Cues") -> bool:
    """Return whether the speaker follows the verb: "…, said X"; not in "X, its spokesman, said Y …"."""
    before = masked[:start]
    if cues["grammar.tells"].fullmatch(masked, start, end):
        return False
    if not cues["grammar.words_end"].search(before) or cues["grammar.saying"].search(masked[start:end]):
        return False
    if cues["grammar.parenthesis"].search(before):
        return False
    follows = cues["grammar.quotes"].split(masked[end:])[0]
    return names_somebody(follows, cues) and not cues["grammar.tells_a_fact"].search(follows)


def _trails(masked: str, name: int) -> bool:
    return len(masked[:name].strip(' ,“”"«»')) >= ENOUGH


def _passive(masked: str, verb: tuple[int, int], kind: str, cues: "Cues") -> Frame:
    """Return the frame of "a claim that has been denied by X": what is told comes before it."""
    start, end = verb
    stop = cues["grammar.by_end"].search(masked, end)
    by = cues["grammar.by_whom"].match(masked, end)
    name = (by.end() if by else end, stop.start() if stop else len(masked))
    return Frame(0, start, name, verb, kind, inverted=True)
