"""`geo check`: every problem of a folder, grouped by file, or a summary."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from geo.panel import checked_stories, refuse_undrawable
from geo.reading import Conflict, DataError, Problem, article_problems, load_conflict, without_article
from geo.sentences.evidence import only_tables
from geo.shell.grouped import LINES, counted, grouped
from geo.words import Words, one_line

ARTICLES: Final = "articles"
"""Name of the folder of articles inside a conflict's folder, if it has one."""

MOST_PROBLEMS: Final = 38
MOST_NOTES: Final = LINES - MOST_PROBLEMS - 7
"""Lines; seven are the summary's."""


class Finding(NamedTuple):
    """What a check found: the lines to print, and whether anything needs fixing."""

    lines: list[str]
    broken: bool


def check_folder(folder: Path, articles: Path | None, words: Words, *, whole: bool = False) -> Finding:
    """Check a folder, and its quotes against the given articles, or against those of its own that it has.

    Unless the `whole` list is asked for, what is found often is said once, in `LINES` lines in all.
    """
    given, articles = articles, articles or _own_articles(folder)
    try:
        conflict = checked_stories(load_conflict(folder))
        refuse_undrawable(conflict)
        quoted = article_problems(conflict, articles, all_there=bool(given)) if articles else []
        unread = without_article(conflict, articles) if articles and not given else []
    except DataError as error:
        lines = grouped(error.problems, words, most=None if whole else LINES - 3)
        count = words.say("shell.problems", count=len(error.problems))
        return Finding([*lines, "", count, *_cut(lines, error.problems, words)], broken=True)
    problems = [*conflict.rejected, *quoted]
    lines = grouped(problems, words, most=None if whole else MOST_PROBLEMS)
    notes = grouped(conflict.notices, words, most=None if whole else MOST_NOTES)
    told = [*lines, *([""] if lines else []), summary(conflict, folder, words)]
    told += ["", words.say("shell.notes"), *notes] if notes else []
    if not quoted and not only_tables(conflict):
        told.append(_compared(articles, unread, words))
    if problems:
        told.append(f"{words.say('shell.problems', count=len(problems))}; {words.say('shell.still_shown')}")
    told += _cut([*lines, *notes], [*problems, *conflict.notices], words)
    return Finding(told, broken=bool(problems))


def _compared(articles: Path | None, unread: Collection[str], words: Words) -> str:
    """Return which quotes were compared with their articles, none of which failed."""
    if not articles:
        return words.say("shell.quotes_unread")
    if unread:
        return words.say("shell.quotes_partly", count=len(unread), sources=words.list(list(unread)))
    return words.say("shell.quotes")


def _own_articles(folder: Path) -> Path | None:
    own = folder / ARTICLES
    return own if own.is_dir() else None


def _cut(lines: Sequence[str], problems: Collection[Problem], words: Words) -> list[str]:
    """Return how to see all of the problems, [] if all are among the lines."""
    return [words.say("shell.all_lines")] if len(lines) < len(problems) else []


def summary(conflict: Conflict, folder: Path, words: Words) -> str:
    """Return the counts on one line."""
    counts = {"reports": conflict.reports, "sources": conflict.sources, "areas": conflict.areas}
    said = {name: counted(name, len(table), words) for name, table in counts.items()}
    return words.say("shell.summary", folder=one_line(str(folder)), rejected=conflict.set_aside, **said)
