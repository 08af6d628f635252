"""`story.md`: up to eight steps, each an address of the map and two sentences that cite reports."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from geo.reading.errors import DataError, Problem, enough, rule
from geo.reading.folder import STORIES
from geo.reading.names import nearest
from geo.reading.text import text_of

MOST_STEPS: Final = 8
MOST_SENTENCES: Final = 2
LONGEST_TEXT: Final = 600
LONGEST_TITLE: Final = 100

HEADING: Final = "## "
ADDRESS: Final = re.compile(
    r"\[[^\[\]]*\]\(\s*<?(?P<link>[^\s<>()]+)>?\s*\)|<?(?P<bare>(?:https?:|/?\?)[^\s<>]+)>?"
)
"""A line that holds an address alone: as a Markdown link, or bare."""

CITED: Final = re.compile(r"\s*\[(?P<ids>[^\[\]]*)\]")
CLAUSE: Final = re.compile(
    r"(?P<said>[^\[\]]*)(?P<cites>(?:\s*\[[^\[\]]*\])+)(?P<stop>\s*[.!?؟\u06d4…]*[”\"»’)]*)"
)
"""Words, what they cite, and the stop after it, if it does not stand before."""

STOP: Final = re.compile(
    r"(?:(?<=[^\W\d_]{4})\.|[!?؟\u06d4…])[”\"»’)]*(?P<gap>\s+)(?=[“\"«\u2018(]*[^\Wa-z_])"
)
"""Where a sentence ends among words; a full stop after fewer than four letters may be an abbreviation's."""


class Sentence(NamedTuple):
    """A sentence without its citations, and the ids of the reports that it cites."""

    text: str
    reports: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A step of a story: the line of its heading, its title, the address of its view, its sentences."""

    file: str
    row: int
    title: str
    address: str
    sentences: tuple[Sentence, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """What its sentences cite, each once."""
        return tuple(dict.fromkeys(report for one in self.sentences for report in one.reports))


def read_stories(
    files: Mapping[str, bytes], reports: Collection[str]
) -> tuple[dict[str, tuple[Step, ...]], list[Problem]]:
    """Return the steps of each story by language ("" = that of `story.md`), and why some are set aside.

    Whether a step's address means anything, and its narrator says what it cites, is seen where views are
    known (`geo.panel.story`).

    Parameters
    ----------
    files
        Name to bytes.
    reports
        Ids of the reports that were read.
    """
    told, aside = {}, []
    for name in (name for name in STORIES if name in files):
        try:
            steps, problems = _steps(name, text_of(name, files[name]).read(), reports)
        except DataError as error:
            steps, problems = (), list(error.problems)
        told[name.removeprefix("story").removesuffix("md").strip(".")] = steps
        aside += problems
    return told, aside


def _steps(file: str, text: str, reports: Collection[str]) -> tuple[tuple[Step, ...], list[Problem]]:
    kept, aside = [], []
    sections = list(_sections(text))
    enough(file, len(sections))
    for row, title, lines in sections[:MOST_STEPS]:
        addresses, said = _parted(lines)
        found = list(_misshapen(file, row, title, addresses, said))
        step = Step(file, row, title, "".join(addresses), () if found else tuple(_sentences(said)))
        found = found or [*_miscited(step), *_unknown(step, reports)]
        aside += found
        if not found:
            kept.append(step)
    most = rule("story_steps", most=MOST_STEPS)
    aside += [Problem(file, row, None, title, most) for row, title, _ in sections[MOST_STEPS:]]
    if not sections:
        aside.append(Problem(file, None, None, "", rule("story_empty")))
    return tuple(kept), aside


def _sections(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield each heading's line and title, and the lines below it; lines above the first are not told."""
    found: list[tuple[int, str, list[str]]] = []
    for row, line in enumerate(text.splitlines(), 1):
        if line.startswith(HEADING):
            found.append((row, line.removeprefix(HEADING).strip().rstrip("#").strip(), []))
        elif found and line.strip():
            found[-1][2].append(line.strip())
    yield from found


def _parted(lines: list[str]) -> tuple[list[str], str]:
    """Return the addresses that have a line of their own, and all other lines as one text."""
    matched = [(line, ADDRESS.fullmatch(line)) for line in lines]
    addresses = [match["link"] or match["bare"] for _, match in matched if match]
    return addresses, " ".join(line for line, match in matched if not match)


def _sentences(text: str) -> Iterator[Sentence]:
    """Yield each sentence with what is cited in it; nothing is cited by what cites nothing."""
    end = 0
    for match in CLAUSE.finditer(text):
        ids = [
            one
            for cites in CITED.finditer(match["cites"])
            for one in re.split(r"[\s,;،]+", cites["ids"])
            if one
        ]
        yield from _split(match["said"].rstrip() + match["stop"].strip(), tuple(ids))
        end = match.end()
    yield from _split(text[end:], ())


def _split(said: str, ids: tuple[str, ...]) -> Iterator[Sentence]:
    """Yield the sentences of some words; what is cited after them is cited by the last."""
    start = 0
    for stop in STOP.finditer(said):
        yield Sentence(said[start : stop.start("gap")].strip(), ())
        start = stop.end()
    if (last := said[start:].strip()) or ids:
        yield Sentence(last, ids)


def _misshapen(file: str, row: int, title: str, addresses: list[str], said: str) -> Iterator[Problem]:
    """Yield why a step cannot be read."""
    for text, most in ((title, LONGEST_TITLE), (said, LONGEST_TEXT)):
        if len(text) > most:
            yield Problem(file, row, None, text, rule("too_long", most=most))
    if len(addresses) != 1:
        yield Problem(file, row, None, title, rule("story_address_one"))


def _miscited(step: Step) -> Iterator[Problem]:
    count = len(step.sentences)
    if count > MOST_SENTENCES:
        yield Problem(
            step.file, step.row, None, step.title, rule("story_sentences", most=MOST_SENTENCES, count=count)
        )
    if not count:
        yield Problem(step.file, step.row, None, step.title, rule("story_uncited"))
    for one in step.sentences:
        if not re.search(r"\w", one.text):
            yield Problem(step.file, step.row, None, step.title, rule("story_wordless"))
        if not one.reports:
            yield Problem(step.file, step.row, None, one.text, rule("story_uncited"))


def _unknown(step: Step, reports: Collection[str]) -> Iterator[Problem]:
    for report in step.reports:
        if report not in reports:
            near = nearest(report, reports, most=1)
            yield Problem(
                step.file, step.row, None, report, rule("unknown_report"), f"'{near[0]}'?" if near else ""
            )
