"""Why a field is what it is: a key of `words/*/reader.toml` and words of the article."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from geo.words import Words


class Reason(NamedTuple):
    """Why a field is what it is.

    Attributes
    ----------
    key
        Of `reader.reason` in the words of a language.
    said, name
        Words of the article that the reason rests on; "" = none.
    """

    key: str
    said: str = ""
    name: str = ""

    def told(self, words: "Words") -> str:
        """Return the reason in a language."""
        return words.say(f"reader.reason.{self.key}", said=self.said, name=self.name)


NO_REASON = Reason("nobody")
