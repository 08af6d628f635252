"""The rules that input may break: English where they are found, any language where they are shown."""

from typing import Self

from geo.words import Words, load_words


class Rule(str):
    """A broken rule in English that remembers its key and values, to be said again in another language.

    Parameters
    ----------
    key
        In `words/*/rules.toml`.
    values
        What stands in the sentence.
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
        """Return how it is made again, for caches."""
        return Rule, (self.key, self.values)


def rule(key: str, **values: object) -> Rule:
    """Return the rule of a key with its values."""
    return Rule(key, values)


def in_words(said: str, words: Words) -> str:
    """Return a rule in the words' language; what is no rule stays as it is."""
    return words.say(f"rules.{said.key}", **said.values) if isinstance(said, Rule) else said
