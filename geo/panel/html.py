"""Templates filled with plain data: everything escaped, hidden characters made visible."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from geo.words import Words, visible

if TYPE_CHECKING:
    from geo.panel.cards import Card

RTL_LETTER: Final = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RTL_WORDS: Final = re.compile(rf"({RTL_LETTER}+(?:[\u200c\u200d ]+{RTL_LETTER}+)*)")
LTR_WORDS: Final = re.compile(rf"([A-Za-z](?:(?:(?!{RTL_LETTER})[^«»();:])*[A-Za-z0-9])?)")
"""Words from the right and from the left, with what stands between them; brackets and colons end them."""

MOST_CARDS: Final = 4096
"""Cards whose HTML is kept."""


def rendered(template: str, words: Words, **values: object) -> str:
    """Return the template filled with the values; it says its own strings through `say`."""
    return _environment().get_template(template).render(say=words.say, words=words, **values)


def isolated(text: str, direction: str) -> Markup:
    """Return a sentence, escaped, in which words of the other direction do not reorder those around them."""
    runs = (LTR_WORDS if direction == "rtl" else RTL_WORDS).split(visible(text))
    isolate = Markup("<bdi>{}</bdi>")
    return Markup("").join(isolate.format(run) if odd % 2 else escape(run) for odd, run in enumerate(runs))


@lru_cache(maxsize=MOST_CARDS)
def card_html(card: "Card", agreement: str, words: Words) -> Markup:
    """Return a card as HTML, made once for all panels and days that show it."""
    macros: Any = _environment().get_template("card.html.j2").make_module({"say": words.say, "words": words})
    return Markup(macros.card(card, agreement))  # noqa: S704 (made by a template that escapes)


@pass_context
def _card(context: Context, card: "Card", agreement: str) -> Markup:
    return card_html(card, agreement, context["words"])


@pass_context
def _isolated(context: Context, text: str) -> Markup:
    return isolated(text, context["words"].direction)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("geo.panel"),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"isolated": _isolated, "card": _card}
    return made


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


MOST_SIDE_BY_SIDE: Final = 5
MOST_LETTERS: Final = 60


def side_by_side(names: Sequence[str]) -> bool:
    """Return whether choices are few and short enough to stand side by side; if not, they are a list."""
    return len(names) <= MOST_SIDE_BY_SIDE and sum(map(len, names)) <= MOST_LETTERS
