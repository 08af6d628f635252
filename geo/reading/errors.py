"""What is wrong with a file: file, row, column, value, and the rule it breaks, in any language."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple, Self

from geo.words import Words, load_words, one_line


class Rule(str):
    """A broken rule in English, with its key and values, so that it can be put in another language.

    Parameters
    ----------
    key
        In `words/*/rules.toml`.
    values
        The values put into the sentence.
    """

    __slots__ = ("key", "values")

    key: str
    values: dict[str, object]

    def __new__(cls, key: str, values: dict[str, object]) -> Self:
        """Return the rule's English sentence."""
        made = super().__new__(cls, load_words().say(f"rules.{key}", **values))
        made.key, made.values = key, values
        return made

    def __reduce__(self) -> tuple[type["Rule"], tuple[str, dict[str, object]]]:
        """Return how to rebuild it, for caches."""
        return Rule, (self.key, self.values)


def rule(key: str, **values: object) -> Rule:
    """Return the rule of a key with its values."""
    return Rule(key, values)


def in_words(said: str, words: Words) -> str:
    """Return a rule in the words' language; any other text unchanged."""
    return words.say(f"rules.{said.key}", **said.values) if isinstance(said, Rule) else said


VALUE: Final = 100
"""So many characters of a cell are shown with its problem: enough to find it by, and the rule follows."""


MOST_BROKEN: Final = 20_000
"""Broken rules of a file; with more, the file is broken."""


class Problem(NamedTuple):
    """One thing that is wrong in one file.

    Attributes
    ----------
    file
        Name of the file.
    row
        Line of the record's first character as an editor counts it, the header being 1; None = the file.
    column
        Column, key or property; None = the whole row or file.
    value
        The cell's content, unchanged; "" = nothing.
    rule
        What is wrong, and what was expected, in words.
    suggestion
        What the editor may have meant; "" = no suggestion.
    """

    file: str
    row: int | None
    column: str | None
    value: str
    rule: str
    suggestion: str = ""

    def __str__(self) -> str:
        """Return the problem on one line, hidden characters made visible."""
        where = [self.file]
        where += [f"row {self.row}"] if self.row is not None else []
        where += [self.column] if self.column else []
        value = f"'{one_line(self.value, VALUE)}' " if self.value else ""
        tail = f" ({one_line(self.suggestion)})" if self.suggestion else ""
        return f"{one_line(', '.join(where))}: {value}{one_line(self.rule)}{tail}"


class DataError(Exception):
    """The files cannot be shown: one or more of them are broken.

    Parameters
    ----------
    problems
        Every problem of every broken file.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    @classmethod
    def at(cls, file: str | Path, rule: str, *, row: int | None = None, suggestion: str = "") -> Self:
        """Return the error for one problem of a whole file."""
        return cls([Problem(Path(file).name, row, None, "", rule, suggestion)])

    def __str__(self) -> str:
        """Return one line per problem."""
        return "\n".join(map(str, self.problems))


def enough(file: str, count: int) -> None:
    """Raise `DataError` if a file has so many problems that listing them helps nobody."""
    if count > MOST_BROKEN:
        raise DataError.at(file, rule("too_many_problems", most=f"{MOST_BROKEN:,}"))
