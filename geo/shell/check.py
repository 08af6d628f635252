"""`geo check`: every problem of a folder, grouped by file, or a summary."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from geo.panel import refuse_undrawable
from geo.reading import Conflict, DataError, Problem, load_conflict
from geo.reading.quotes import article_problems
from geo.reading.reports import FILE as REPORTS
from geo.words import Words, one_line

ARTICLES: Final = "articles"
"""Name of the folder of articles inside a conflict's folder, if it has one."""


class Finding(NamedTuple):
    """What a check found: the lines to print, and whether anything needs fixing."""

    lines: list[str]
    broken: bool


def check_folder(folder: Path, articles: Path | None, words: Words) -> Finding:
    """Check a folder, and its quotes against the given articles, or against its own if it has them."""
    articles = articles or _own_articles(folder)
    try:
        conflict = load_conflict(folder)
        refuse_undrawable(conflict)
        quoted = article_problems(conflict, articles) if articles else []
    except DataError as error:
        lines = [*grouped(error.problems), "", words.say("shell.problems", count=len(error.problems))]
        return Finding(lines, broken=True)
    problems = [*conflict.rejected, *quoted]
    lines = [*grouped(problems), ""] if problems else []
    lines += [summary(conflict, folder, words), *_noted(conflict.notices, words)]
    if not quoted:
        lines.append(words.say("shell.quotes" if articles else "shell.quotes_unread"))
    if problems:
        lines.append(f"{words.say('shell.problems', count=len(problems))}; {words.say('shell.still_shown')}")
    return Finding(lines, broken=bool(problems))


def _own_articles(folder: Path) -> Path | None:
    own = folder / ARTICLES
    return own if own.is_dir() else None


def _noted(notices: Iterable[Problem], words: Words) -> list[str]:
    """Return the notices under their heading; [] = there are none."""
    lines = list(grouped(notices))
    return ["", words.say("shell.notes"), *lines] if lines else []


def grouped(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the problems by file, in the order of its lines; the reports last: they refer to the rest."""
    listed = sorted(problems, key=lambda problem: (problem.file == REPORTS, problem.file, problem.row or 0))
    file = None
    for problem in listed:
        if problem.file != file:
            file = problem.file
            yield one_line(file)
        yield "  " + str(problem).removeprefix(one_line(file)).lstrip(",: ")


def summary(conflict: Conflict, folder: Path, words: Words) -> str:
    """Return the counts on one line."""
    counts = {"reports": conflict.reports, "sources": conflict.sources, "areas": conflict.areas}
    said = {name: words.say(f"shell.{name}", count=len(table)) for name, table in counts.items()}
    return words.say("shell.summary", folder=one_line(str(folder)), rejected=conflict.set_aside, **said)
