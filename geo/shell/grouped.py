"""Problems on lines, grouped by file: what is found often is said once, with a count and three examples."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from geo.reading import (
    REPORTS,
    Problem,
)
from geo.words import Words, load_words, one_line

LINES: Final = 60
"""So many are printed unless all are asked for."""

EXAMPLES: Final = 3


def counted(name: str, count: int, words: Words, **values: str) -> str:
    """Return the shell's string about a number of things, the number in groups of three."""
    return words.say(f"shell.{name}", count=count, number=words.grouped(count), **values)


def grouped(
    problems: Iterable[Problem], words: Words | None = None, *, most: int | None = LINES
) -> list[str]:
    """Return the problems on lines, by file; the reports last: they refer to the rest.

    Parameters
    ----------
    most
        Lines; None = every problem is on a line of its own, in the order of its file.
    """
    listed = sorted(problems, key=lambda problem: (problem.file == REPORTS, problem.file, problem.row or 0))
    if most is None:
        return list(_by_file((problem.file, _line(problem)) for problem in listed))
    said = words or load_words()
    kinds: dict[Hashable, list[Problem]] = {}
    for problem in listed:
        kinds.setdefault(_kind(problem), []).append(problem)
    if all(len(kind) <= EXAMPLES + 1 for kind in kinds.values()):
        lines = list(_by_file((problem.file, _line(problem)) for problem in listed))
    else:
        lines = list(_by_file(line for kind in kinds.values() for line in _told_once(kind, said)))
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], said.say("shell.more_kinds", count=len(lines) - most + 1)]


def _kind(problem: Problem) -> Hashable:
    """Return what problems that are told once have in common: file, column and rule, whatever the values."""
    column = (problem.column or "").rsplit(" ", 1)[-1]
    return problem.file, column, getattr(problem.rule, "key", problem.rule)


def _told_once(kind: list[Problem], words: Words) -> Iterator[tuple[str, str]]:
    """Yield file and line of each problem of a kind, or of some and how many there are."""
    if len(kind) <= EXAMPLES + 1:
        yield from ((problem.file, _line(problem)) for problem in kind)
        return
    different = list({(problem.value, problem.rule): problem for problem in reversed(kind)}.values())[::-1]
    shown = different[:EXAMPLES]
    shown += [problem for problem in kind if problem not in shown][: EXAMPLES - len(shown)]
    yield from ((problem.file, _line(problem)) for problem in shown)
    more = words.say("shell.more", count=f"{len(kind) - EXAMPLES:,}", all=f"{len(kind):,}")
    yield kind[0].file, f"  {more}"


def _line(problem: Problem) -> str:
    """Return a problem without the name of its file, which is above it."""
    return "  " + str(problem).removeprefix(one_line(problem.file)).lstrip(",: ")


def _by_file(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines, each file's name above its first."""
    file = None
    for name, line in lines:
        if name != file:
            file = name
            yield one_line(file)
        yield line
