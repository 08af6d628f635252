"""Verbs of saying, denying and demanding, each with who speaks and what is told."""

import re
from collections.abc import Iterator

from geo.reader.cues import Cues, whole_words
from geo.reader.frame import ASKS, DENIES, ENOUGH, SAYS, Frame, end_of_told
from geo.reader.naming import end_of_name, name_before, names_somebody, past_listener


def spoken(masked: str, cues: Cues) -> Iterator[Frame]:
    """Yield a frame for each verb of saying or denying."""
    verbs = whole_words(
        f"(?P<no>{cues.words('frames.denies')})|(?P<ask>{cues.words('frames.asks')})|(?:{cues.words('frames.says')})"
    )
    after = _after(cues)
    last = 0
    for verb in verbs.finditer(masked):
        kind = DENIES if verb["no"] else ASKS if verb["ask"] else SAYS
        frame = _frame(masked, verb.start(), verb.end(), last, kind, after)
        if frame and not re.fullmatch(r"(?i)[\s,]*(?:I|we)(?: \w+)?\s*", masked[slice(*frame.speaker)]):
            yield frame
            last = verb.end()


def _after(cues: Cues) -> re.Pattern[str]:
    """Return the pattern of what may stand between a verb of saying and what is said."""
    return re.compile(rf"(?:\s*,?\s*(?:{cues.words('frames.filler')})(?!\w))*", re.IGNORECASE)


def _frame(  # noqa: PLR0913, PLR0917 (the parts of a sentence)
    masked: str, start: int, end: int, last: int, kind: str, after: re.Pattern[str]
) -> Frame | None:
    before = masked[:start]
    if re.search(r"\b(?:as|news)\s+$", before) or _is_a_noun(before, masked[start:]):
        return None
    if (
        re.search(r"\b(?:was|were|been|being|is|are)(?: \w+ly)?\s+$", before)
        and not masked[:end].endswith("ing")
        and not re.match(r"\s+by\b", masked[end:])
    ):
        return None
    if not masked[:end].endswith("ing") and re.search(r"\bbeen\s+$|\b(?:was|were|is|are)\s+$", before):
        return _passive(masked, start, end, kind)
    if _inverts(masked, start, end):
        return Frame(last, start, (end, end_of_name(masked, end)), (start, end), kind, inverted=True)
    told = past_listener(masked, start, end, after)
    name = (
        (start, start)
        if last and _same_speaker(masked, start, end, last)
        else name_before(masked, start, last)
    )
    direct = re.match(r"\s*(?:,?\s*(?:that\b|as saying\b)|:|,?\s*[“\"«])", masked[told:])
    if (
        not direct
        and re.match(r"\s*(?:[.,;!?)”\"»—–]|$|\s(?:as|when|while|after|during|amid)\b)", masked[told:])
        and _trails(masked, name[0])
    ):
        return Frame(0, name[0], name, (start, told), kind, inverted=True)
    return Frame(told, end_of_told(masked, told), name, (start, told), kind, inverted=False)


def _same_speaker(masked: str, start: int, end: int, last: int) -> bool:
    """Return whether a verb goes on with the speaker of the verb before it: "…, adding that", "and said"."""
    going_on = re.search(r"(?:\band|\bbut)\s+(?:(?:also|has|have|had|later|then)\s+)*$", masked[last:start])
    return bool(going_on) or masked[start:end].lower().endswith("ing")


def _is_a_noun(before: str, verb: str) -> bool:
    """Return whether "claims", "reports", "posts" are things said, and no verb."""
    if not re.match(r"(?i)(?:claims|reports|states|tweets|posted|calls)\b", verb):
        return False
    owned = re.search(
        r"(?i)(?:\b(?:the|these|those|any|such|its|their|his|her|of|by|some|many|media|to|unconfirmed|with|and)|[’']s?)\s+(?:\w+\s+)?$",
        before,
    )
    return (
        bool(owned)
        or bool(re.match(r"\w+\s*[,.;’”)]", verb))
        or bool(
            re.match(
                r"(?i)\w+\s+(?:\w+\s+)?(?:sa(?:y|id)|claim|suggest|indicat|emerg|were|was|of|that)", verb
            )
        )
    )


def _inverts(masked: str, start: int, end: int) -> bool:
    """Return whether the speaker follows the verb: "…, said X"; not in "X, its spokesman, said Y …"."""
    before = masked[:start]
    if not re.search(r"(?:[,”\"»]|[,.!?]’)\s*$", before) or masked[start:end].lower().endswith("ing"):
        return False
    if re.search(
        r"(?i),\s*(?:however|meanwhile|too|also|though|in turn|for (?:his|its|their) part)\s*,\s*$", before
    ):
        return False
    follows = re.split(r"[“”\"]", masked[end:])[0]
    return names_somebody(follows) and not re.search(
        r"\b(?:had|has|have|was|were|is|are|would|will)\b", follows
    )


def _trails(masked: str, name: int) -> bool:
    return len(masked[:name].strip(' ,“”"«»')) >= ENOUGH


def _passive(masked: str, start: int, end: int, kind: str) -> Frame:
    """Return the frame of "a claim that has been denied by X": what is told comes before it."""
    stop = re.search(r"[,.;“”\"]|\b(?:in|on|who|which|and)\b|$", masked[end:])
    return Frame(0, start, (end, end + (stop.start() if stop else 0)), (start, end), kind, inverted=True)
