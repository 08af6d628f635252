"""Templates filled with plain data: everything escaped, hidden characters made visible."""

import re
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from geo.words import Words, visible

RTL_LETTER: Final = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RTL_WORDS: Final = re.compile(rf"{RTL_LETTER}+(?:[\u200c\u200d ]+{RTL_LETTER}+)*")


def rendered(template: str, words: Words, **values: object) -> str:
    """Return the template filled with the values; it says its own strings through `say`."""
    return _environment().get_template(template).render(say=words.say, words=words, **values)


def isolated(text: str, direction: str) -> Markup:
    """Return a sentence, escaped, in which right-to-left names do not reorder the text around them.

    In a sentence written from the right itself nothing needs to be done.
    """
    shown = escape(visible(text))
    if direction == "rtl":
        return shown
    return Markup(RTL_WORDS.sub(r"<bdi>\g<0></bdi>", str(shown)))  # noqa: S704 (escaped above)


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
    made.filters["isolated"] = _isolated
    return made


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
