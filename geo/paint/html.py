"""Templates filled with plain data: everything escaped, hidden characters made visible."""

from functools import cache

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from geo.visible import visible
from geo.words import Words


def rendered(template: str, words: Words, **values: object) -> str:
    """Return the template filled with the values; it says its own strings through `say`."""
    return _environment().get_template(template).render(say=words.say, words=words, **values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("geo.paint"),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
