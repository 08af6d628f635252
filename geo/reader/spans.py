"""What is quoted: the shortest words that carry a claim, the sentence they stand in, and its hedge."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.reader.cues import Cues
    from geo.reader.sentence import Sentence

MOST_WORDS: Final = 80
"""Of `sentence`: codebook §5."""

SHORTEST_PREFIX, LONGEST_PREFIX = 20, 200
"""Characters before a quote that stands more than once."""


def quote_span(text: str, parts: Iterable[tuple[int, int] | None], cues: "Cues") -> tuple[int, int]:
    """Return the characters of a sentence from the first part to the last, with what belongs to both."""
    spans = [part for part in parts if part]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if match := cues["grammar.quote_opens"].search(text[:start]):
        start = match.start()
    if match := cues["grammar.quote_closes"].match(text, end):
        end = match.end()
    while start < end and text[start] in " ,":
        start += 1
    return start, end


def one_line(text: str) -> str:
    """Return words of the article on one line: a line break is a space, as the check of quotes has it."""
    return " ".join(text.split()) if "\n" in text else text


def prefix_of(article: str, start: int, quote: str) -> str:
    """Return words before a quote that tell where it stands; "" = it stands once."""
    if article.count(quote) <= 1:
        return ""
    for length in range(SHORTEST_PREFIX, LONGEST_PREFIX, SHORTEST_PREFIX):
        prefix = article[max(0, start - length) : start]
        if article.count(prefix + quote) == 1:
            return one_line(prefix)
    return one_line(article[max(0, start - LONGEST_PREFIX) : start])


def with_context(sentences: list["Sentence"], number: int, *, back: bool) -> str:
    """Return the sentence, with the one before it where a place or a speaker is answered there."""
    text = one_line(sentences[number].text)
    if back and number:
        both = f"{one_line(sentences[number - 1].text)} {text}"
        return both if len(both.split()) <= MOST_WORDS else text
    return text


def hedge_in(text: str, cues: "Cues") -> str:
    """Return the first words by which the teller weakens the claim; "" = none."""
    match = cues["moods.hedges"].search(text)
    return match[0] if match else ""
