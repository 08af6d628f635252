"""A statement as a footnote, for citations and for what a card copies; days in full."""

from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date

from geo.sentences.cells import cell_in_words

if TYPE_CHECKING:
    from geo.sentences.statements import Statement
    from geo.words import Words


def footnote(statement: "Statement", words: "Words") -> str:
    """Return a footnote: speaker, outlet, the words or a table's cell, days they are about and published."""
    carrier = statement.carrier
    speaker = statement.claimant
    if not statement.in_own_voice:
        speaker = words.say("export.cite.speaker_in", speaker=speaker, outlet=carrier.outlet)
    return words.say(
        "export.cite.footnote_cell" if statement.of_table else "export.cite.footnote",
        speaker=speaker,
        quote=cell_in_words(statement, words) if statement.of_table else statement.quote,
        days=days_in_full(statement, words),
        retranslated=words.say("export.cite.retranslated") if carrier.translation_note else "",
    )


def days_in_full(statement: "Statement", words: "Words") -> str:
    """Return the days that a statement is about, and those of its publication where they are known."""
    carrier, about = statement.carrier, _about(statement, words)
    if not (carrier.published_from and carrier.published_to):
        return about
    key = "export.cite.inferred" if carrier.inferred else "export.cite.published"
    return about + words.say(key, days=full_days(carrier.published_from, carrier.published_to, words))


def _about(statement: "Statement", words: "Words") -> str:
    if statement.date_to is None:
        return words.say("export.cite.undated")
    if statement.date_from is None:
        return words.say("export.cite.about_by", days=full_date(statement.date_to, words))
    return words.say("export.cite.about", days=full_days(statement.date_from, statement.date_to, words))


def full_date(day: date, words: "Words") -> str:
    """Return a day with its year, without its weekday: ``5 September 2021``."""
    return _in_digits(str(format_date(day, words.say("export.cite.date"), locale=words.locale)), words)


def _in_digits(text: str, words: "Words") -> str:
    """Return the text in the language's digits."""
    return text.translate({ord("0") + digit: shown for digit, shown in enumerate(words.say("dates.digits"))})


def full_days(first: date, last: date, words: "Words") -> str:
    """Return a span of days with its year: ``5–6 September 2021``."""
    if first == last:
        return full_date(last, words)
    if (first.year, first.month) == (last.year, last.month):
        opening = words.number(first.day)
        return words.say("export.cite.span_in_month", first=opening, last=full_date(last, words))
    return words.say("export.cite.span", first=full_date(first, words), last=full_date(last, words))
