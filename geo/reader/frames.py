"""Who speaks in a sentence, and which of its words are theirs: "A told B that …", "…, said C"."""

import re
from collections.abc import Iterator
from typing import Final

from geo.reader.cues import ACTOR, Cues, whole_words
from geo.reader.frame import ASKS, DENIES, ENOUGH, SAYS, Frame, end_of_told
from geo.reader.spoken import spoken

FAR: Final = 30
"""Characters between "denied" and "the claim that"."""


def frames(masked: str, cues: Cues) -> list[Frame]:
    """Return the frames of a masked sentence, in the order of their verbs."""
    found: list[Frame] = []
    for maker in (spoken, _according):
        found += maker(masked, cues)
    found += [one for one in _nouns(masked, cues) if not _is_denied(one, found)]
    return sorted(found, key=lambda frame: frame.verb)


def _is_denied(noun: Frame, found: list[Frame]) -> bool:
    """Return whether a claim is only named as what somebody denies: "denied the reports that …"."""
    return any(
        one.kind == DENIES
        and not one.inverted
        and 0 <= noun.verb[0] - one.verb[1] < FAR
        and noun.speaker[1] <= noun.verb[1]
        for one in found
    )


def innermost(masked: str, found: list[Frame], start: int, end: int, *, asked: bool = False) -> Frame | None:
    """Return the frame whose speaker is the nearest to words; None = the article's own voice."""
    found = [one for one in found if asked or one.kind != ASKS]
    around = [one for one in found if one.start <= start and end <= one.end]
    direct = [one for one in around if not one.inverted]
    if not around and (behind := [one for one in found if one.inverted and one.verb[1] <= start]):
        return _gone_on(masked, behind[-1], start)
    if direct:
        return max(direct, key=lambda one: one.start)
    return min(around, key=lambda one: one.end, default=None)


def _gone_on(masked: str, frame: Frame, start: int) -> Frame | None:
    """Return the frame of words that go on behind their speaker: "…, X said on Friday, and …"."""
    close = max(frame.verb[1], frame.speaker[1])
    if frame.kind == SAYS and re.match(r"\s*,?\s+and\b(?! that the)", masked[close:]) and close < start:
        return frame._replace(start=close, end=len(masked))
    return None


def _according(masked: str, cues: Cues) -> Iterator[Frame]:
    """Yield "according to X": before what X says if it opens the sentence, else behind it."""
    for match in whole_words(cues.words("frames.according")).finditer(masked):
        opens = not masked[: match.start()].strip(' ,“"')
        stop = re.search(r"[,.;“”]|$", masked[match.end() :])
        close = match.end() + (stop.start() if stop else 0)
        name = (match.end(), close if opens else len(masked))
        told = (close, len(masked)) if opens else (0, match.start())
        yield Frame(*told, name, match.span(), SAYS, inverted=not opens)


def _nouns(masked: str, cues: Cues) -> Iterator[Frame]:
    """Yield "X's claim that …", "a statement by X that …", "citing X", "quoted X as saying that …"."""
    noun = cues.words("frames.noun")
    pattern = whole_words(
        rf"(?P<name>{ACTOR}+(?:[’']s?)? (?:\w+ )?)?{noun}(?: by (?P<by>[^,.;]{{3,40}}?))?"
        r" (?:that|to have|of having|they have|it has)"
    )
    for match in pattern.finditer(masked):
        group = "name" if match["name"] else "by"
        name = match.span(group) if match[group] else (match.start(), match.start())
        yield Frame(match.end(), end_of_told(masked, match.end()), name, match.span(), SAYS, inverted=False)
    for match in whole_words(
        rf"(?:{cues.words('frames.citing')}) (?P<name>[^,.;“”]{{2,60}}?) (?:as )?(?:saying|telling)(?: that)?"
    ).finditer(masked):
        inverted = bool(re.match(r"\s*[.,]", masked[match.end() :])) or match.end() == len(masked)
        told = (0, match.start()) if inverted else (match.end(), end_of_told(masked, match.end()))
        yield Frame(*told, match.span("name"), match.span(), SAYS, inverted=False)
    for match in whole_words(r"(?:citing|quoting) (?P<name>[^,.;“”]{2,60})").finditer(masked):
        goes_on = len(masked) - match.end() > ENOUGH
        told = (match.end(), end_of_told(masked, match.end())) if goes_on else (0, match.start())
        yield Frame(*told, match.span("name"), match.span(), SAYS, inverted=False)
    for match in whole_words(rf"(?:claims?|reports?) of (?P<name>(?:the )?{ACTOR}+)(?= \w+ing\b)").finditer(
        masked
    ):
        yield Frame(
            match.end("name"),
            end_of_told(masked, match.end()),
            match.span("name"),
            (match.start(), match.start("name")),
            SAYS,
            inverted=False,
        )
