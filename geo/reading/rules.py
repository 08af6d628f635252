"""The rules that input may break: in English where found, in any language where shown."""

from typing import Self

from geo.words import Words, load_words


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
