"""Who speaks in a sentence, and which of its words are theirs: "A told B that …", "…, said C"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from geo.reader.frame import ASKS, DENIES, ENOUGH, SAYS, Frame, end_of_told
from geo.reader.spoken import spoken

if TYPE_CHECKING:
    from geo.reader.cues import Cues

FAR: Final = 30
"""Characters between "denied" and "the claim that"."""


def frames(masked: str, cues: "Cues") -> list[Frame]:
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


def innermost(  # noqa: PLR0913 (where in what is looked)
    masked: str, found: list[Frame], start: int, end: int, cues: "Cues", *, asked: bool = False
) -> Frame | None:
    """Return the frame whose speaker is the nearest to words; None = the article's own voice."""
    found = [one for one in found if asked or one.kind != ASKS]
    around = [one for one in found if one.start <= start and end <= one.end]
    direct = [one for one in around if not one.inverted]
    if not around and (behind := [one for one in found if one.inverted and one.verb[1] <= start]):
        return _gone_on(masked, behind[-1], start, cues)
    if direct:
        return max(direct, key=lambda one: one.start)
    return min(around, key=lambda one: one.end, default=None)


def _gone_on(masked: str, frame: Frame, start: int, cues: "Cues") -> Frame | None:
    """Return the frame of words that go on behind their speaker: "…, X said on Friday, and …"."""
    close = max(frame.verb[1], frame.speaker[1])
    if frame.kind == SAYS and cues["grammar.told_on"].match(masked, close) and close < start:
        return frame._replace(start=close, end=len(masked))
    return None


def _according(masked: str, cues: "Cues") -> Iterator[Frame]:
    """Yield "according to X": before what X says if it opens the sentence, else behind it."""
    for match in cues["frames.according"].finditer(masked):
        opens = not masked[: match.start()].strip(' ,“"')
        stop = re.search(r"[,.;“”]|$", masked[match.end() :])
        close = match.end() + (stop.start() if stop else 0)
        if it := cues["grammar.according_to_it"].match(masked, match.end()):
            close, opens = it.end(), True
        name = (match.end(), close if opens else len(masked))
        told = (close, len(masked)) if opens else (0, match.start())
        yield Frame(*told, name, match.span(), SAYS, inverted=not opens)


def _nouns(masked: str, cues: "Cues") -> Iterator[Frame]:
    """Yield "X's claim that …", "a statement by X that …", "citing X", "quoted X as saying that …"."""
    for match in cues["grammar.noun_tells"].finditer(masked):
        if (
            who := not match["by"]
            and not match["name"]
            and cues["grammar.reporters"].search(masked[: match.start()])
        ):
            yield _told_after(masked, match.end(), who.span("who"), match.span(), cues)
            continue
        group = "name" if match["name"] else "by"
        name = match.span(group) if match[group] else (match.start(), match.start())
        yield _told_after(masked, match.end(), name, match.span(), cues)
    for match in cues["grammar.cited_as"].finditer(masked):
        ends = bool(re.match(r"\s*[.,]", masked[match.end() :])) or match.end() == len(masked)
        yield _told_around(masked, match, cues, before=ends)
    for match in cues["grammar.cited"].finditer(masked):
        yield _told_around(masked, match, cues, before=len(masked) - match.end() <= ENOUGH)
    for match in cues["grammar.claims_of"].finditer(masked):
        verb = (match.start(), match.start("name"))
        yield _told_after(masked, match.end("name"), match.span("name"), verb, cues)


def _told_around(masked: str, match: re.Match[str], cues: "Cues", *, before: bool) -> Frame:
    """Return the frame of somebody cited: of what stands before it, or behind."""
    if before:
        return Frame(0, match.start(), match.span("name"), match.span(), SAYS, inverted=False)
    return _told_after(masked, match.end(), match.span("name"), match.span(), cues)


def _told_after(masked: str, start: int, name: tuple[int, int], verb: tuple[int, int], cues: "Cues") -> Frame:
    return Frame(start, end_of_told(masked, start, cues), name, verb, SAYS, inverted=False)
