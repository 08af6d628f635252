"""`story.md`: up to eight steps, each an address of the map and two sentences that cite reports."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geo.reading.errors import DataError, Problem, enough, rule
from geo.reading.file_names import STORIES
from geo.reading.names import nearest
from geo.reading.story_text import Sentence, parted, sections_of, sentences_of
from geo.reading.text import text_of

MOST_STEPS: Final = 8
MOST_SENTENCES: Final = 2
LONGEST_TEXT: Final = 600
LONGEST_TITLE: Final = 100


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
    sections = list(sections_of(text))
    enough(file, len(sections))
    for row, title, lines in sections[:MOST_STEPS]:
        addresses, said = parted(lines)
        found = list(_misshapen(file, row, title, addresses, said))
        step = Step(file, row, title, "".join(addresses), () if found else tuple(sentences_of(said)))
        found = found or [*_miscited(step), *_unknown(step, reports)]
        aside += found
        if not found:
            kept.append(step)
    most = rule("story_steps", most=MOST_STEPS)
    aside += [Problem(file, row, None, title, most) for row, title, _ in sections[MOST_STEPS:]]
    if not sections:
        aside.append(Problem(file, None, None, "", rule("story_empty")))
    return tuple(kept), aside


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
