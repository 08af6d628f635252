"""Where a speaker's name stands beside its verb, and where what is told begins."""

import re
from typing import Final

from geo.reader.cues import ACTOR, PERSON

STOP: Final = re.compile(
    r"[;:“”\"«»\u2018]|(?<=[,.!?])’|,\s+(?:but|while|whereas|although|though|yet)\b|\bbut\b"
    r"|^(?:but|and|meanwhile|however|yet)\b,?",
    re.IGNORECASE,
)
"""What a speaker's name does not go back over."""


def names_somebody(after: str) -> bool:
    """Return whether a name follows a verb of saying: "said Fahim Dashti"."""
    return bool(
        re.match(
            r"\s+(?!(?:that|on|in|it|they|he|she|there|at|as)\b)(?:the |a |an )?(?:[\w’'-]+\s){0,4}?"
            rf"(?:[{ACTOR}{PERSON}]|[A-Z]|spokes|commander|residents|witnesses|officials)",
            after,
        )
    )


def end_of_name(masked: str, start: int) -> int:
    """Return where a speaker's name that follows its verb ends: at a stop, or after its appositions."""
    stop = re.search(
        r"[.;“”\"«»]|,\s+(?:adding|saying|but|and|while|as|who|which|in|on)\b"
        r"|\b(?:in|on|after|as|that|and said)\b|$",
        masked[start:],
    )
    return start + (stop.start() if stop else 0)


def past_listener(masked: str, start: int, end: int, after: re.Pattern[str]) -> int:
    """Return where what is told begins: past the listener, and past how and when it was told."""
    if masked[start:end].lower() in {"told", "telling", "tells", "tell"}:
        listener = re.match(
            r"(?:\s+(?!that\b|on\b|over\b|in\b|by\b)[^\s,.;“”\"]+){1,4}?(?=\s+that\b|\s*[,.;:“”\"]|\s+(?:on|in|over|by|at|via|during)\b|\s+\ue003|\s+(?:the|its|their|his|all|fighting|clashes|there)\b|$)",
            masked[end:],
        )
        end += listener.end() if listener else 0
    filler = after.match(masked, end)
    return filler.end() if filler else end


def name_before(masked: str, start: int, last: int) -> tuple[int, int]:
    """Return the characters of the speaker's name before a verb, with its appositions."""
    begin = last
    for stop in STOP.finditer(masked, last, start):
        begin = stop.end()
    parts = [begin, *(begin + comma.end() for comma in re.finditer(r",\s+(?:and\s+)?", masked[begin:start]))]
    if len(parts) == 1:
        joint = [
            m.end()
            for m in re.finditer(
                r"\b(?:and|that|as|after|where|when)\s+(?=(?:the |a |an )?(?:\w+\s)?[A-Z\ue000\ue002])",
                masked[begin:start],
            )
        ]
        if last and begin == last and not joint:
            return start, start
        return begin + (joint[-1] if joint and begin == last else 0), start
    tail = masked[parts[-1] : start].strip()
    if (
        re.fullmatch(r"(?i)(?:\w+ly|also|however|has|have|had|later|too|meanwhile|who)?(?: \w+)?", tail)
        and not re.search(rf"[{ACTOR}{PERSON}]", tail)
        and not re.fullmatch(r"(?:he|she|they|it|[A-Z]\w+)(?: \w+)?", tail)
    ):
        return parts[max(0, len(parts) - 3)], start
    return parts[-1], start
