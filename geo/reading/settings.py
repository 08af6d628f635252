"""`conflict.toml`: the settings of a conflict, checked in one go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from geo.reading.defaults import Defaults
from geo.reading.errors import DataError, Problem, rule
from geo.reading.key_events import MOST_EVENTS, EventTable
from geo.reading.names import ID, LONGEST_NAME, MOST_LANGUAGES, nearest
from geo.reading.relief import KEY, why_no_bounds
from geo.reading.toml import FILE, by_language, read_toml
from geo.reading.vocabulary import EVERYONE, OTHER_SIDES, OTHERS
from geo.reading.zones import known_zone

MOST_ACTORS: Final = 8
"""More colours than this cannot be told apart."""

PALE: Final = 0xE0
"""A colour whose red, green and blue are all at least this is too close to white."""

MOST_SIDES: Final = 100
MOST_GROUPS: Final = 2_000
MOST_SAID: Final = 100
"""So many problems of the file are listed."""

RESERVED_IDS: Final = frozenset({*OTHER_SIDES, EVERYONE, OTHERS})


Id = Annotated[str, Field(pattern=f"^{ID}$")]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Address = Annotated[str, Field(max_length=2_000, pattern=r"^(https?://[^\s<>\"'?#]+#?)?$")]
"""Of a web page, without parameters; "" = none."""
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Named(BaseModel):
    """A table of the file: id, name, and names in other languages (`name_fa`)."""

    model_config = ConfigDict(extra="forbid", strict=True)
    id: Id
    name: Annotated[Name, Field(min_length=1)]
    names: dict[str, Name] = Field({}, max_length=MOST_LANGUAGES)

    @model_validator(mode="before")
    @classmethod
    def gather_names(cls, table: object) -> object:
        """Move every `name_xx` key into `names`, by language."""
        return by_language(table, "name")


class ActorTable(Named):
    """An actor: who may be the party of a report."""

    long_name: Name = ""
    side: Id
    colour: Colour


class SideTable(Named):
    """A side: who may be the claimant's side of a report, beside outlets and third parties."""

    allies: list[Id] = Field([], max_length=MOST_SIDES)


class GroupTable(Named):
    """A group of areas, which may hold other groups."""

    kind: str = ""
    members: list[Id] = Field(min_length=1)


class TextsTable(BaseModel):
    """The file's texts for readers, in another language (`[texts.fa]`)."""

    model_config = ConfigDict(extra="forbid", strict=True)
    title: Text = ""
    summary: str = ""
    ends: str = ""
    limits: list[str] = []
    grades: str = ""
    uncertain: list[str] = []
    corrections: str = ""
    licence: str = ""

    @property
    def texts(self) -> dict[str, Any]:
        """Those that the language has; several sentences are a tuple."""
        said = self.model_dump(exclude_defaults=True).items()
        return {name: tuple(text) if isinstance(text, list) else text for name, text in said}


class Settings(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", strict=True)
    id: Id
    title: Text
    summary: str = ""
    time_zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    window_days: Annotated[int, Field(ge=0, le=3650)] = 3
    stale_days: Annotated[int, Field(ge=0, le=3650)] = 7
    focus: str = ""
    ends: str = ""
    limits: list[str] = []
    grades: str = ""
    uncertain: list[str] = []
    corrections: str = ""
    licence: str = ""
    address: Address = ""
    relief_bounds: list[float] = []
    texts: dict[str, TextsTable] = Field({}, max_length=MOST_LANGUAGES)
    defaults: Defaults = Defaults()
    sides: list[SideTable] = Field(min_length=1, max_length=MOST_SIDES)
    actors: list[ActorTable] = Field(min_length=1, max_length=MOST_ACTORS)
    groups: list[GroupTable] = Field([], max_length=MOST_GROUPS)
    events: list[EventTable] = Field([], max_length=MOST_EVENTS)


def read_settings(data: bytes) -> Settings:
    """Read and check `conflict.toml`.

    Raises
    ------
    DataError
        With every problem of the file.
    """
    try:
        settings = Settings.model_validate(read_toml(data))
    except ValidationError as error:
        raise DataError(map(problem_of, error.errors(include_url=False)[:MOST_SAID])) from error
    if problems := list(loose_ends(settings)):
        raise DataError(problems)
    return settings


def problem_of(detail: Mapping[str, Any]) -> Problem:
    """Return pydantic's finding with the key as an editor would look for it."""
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).lstrip(
        "."
    )
    if detail["type"] == "extra_forbidden":
        if len(detail["loc"]) > 1 and detail["loc"][-1] in Settings.model_fields:
            return Problem(FILE, None, key, "", rule("key_too_low"))
        near = nearest(str(detail["loc"][-1]), known_keys(detail["loc"]), most=1)
        hint = f"'{near[0]}'?" if near else ""
        return Problem(FILE, None, key, "", rule("unknown_key"), hint)
    value = "" if detail["type"] == "missing" else _start(detail["input"])
    said = detail["msg"].removeprefix("Value error, ")
    return Problem(FILE, None, key, value, rule("bad_value", reason=said[:1].lower() + said[1:]))


def known_keys(place: Sequence[object]) -> Iterable[str]:
    """Return the keys that may stand where an unknown one does."""
    if "defaults" in place:
        return Defaults.model_fields
    return Settings.model_fields | (EventTable if "events" in place else ActorTable).model_fields


def _start(value: object) -> str:
    """Return the first characters of a value; a long list is cut before it is written out."""
    return str(value[:10] if isinstance(value, list) else value)[:200]


def loose_ends(settings: Settings) -> Iterable[Problem]:
    """Yield ids that appear twice or match nothing in the file, and colours that cannot be told apart."""
    for key in ("sides", "actors", "groups"):
        counts = Counter(table.id for table in getattr(settings, key))
        yield from (Problem(FILE, None, key, i, rule("twice")) for i, n in counts.items() if n > 1)
    yield from _side_problems(settings)
    yield from _colour_problems(settings)
    if settings.relief_bounds and (reason := why_no_bounds(settings.relief_bounds)):
        yield Problem(FILE, None, KEY, str(settings.relief_bounds)[:200], reason)


def _side_problems(settings: Settings) -> Iterator[Problem]:
    sides = {side.id for side in settings.sides}
    for name in sorted(sides & RESERVED_IDS):
        yield Problem(FILE, None, "sides", name, rule("reserved_side"))
    stated = settings.defaults.claimant_side
    if stated and stated not in {*sides, *OTHER_SIDES}:
        known = {*sides, *OTHER_SIDES}
        yield Problem(FILE, None, "defaults.claimant_side", stated, rule("unknown_side"), hint(stated, known))
    for key, side in sides_named(settings):
        if side not in sides:
            yield Problem(FILE, None, key, side, rule("unknown_side"), hint(side, sides))


def _colour_problems(settings: Settings) -> Iterator[Problem]:
    counted = Counter(actor.colour.upper() for actor in settings.actors)
    for actor in settings.actors:
        column = f"actors.{actor.id}.colour"
        if counted[actor.colour.upper()] > 1:
            yield Problem(FILE, None, column, actor.colour, rule("same_colour"))
        if pale(actor.colour):
            yield Problem(FILE, None, column, actor.colour, rule("pale_colour"))


def pale(colour: str) -> bool:
    """Return whether a colour looks like white, the colour of an unreported area."""
    return min(int(colour[i : i + 2], 16) for i in (1, 3, 5)) >= PALE


def sides_named(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each key that names a side, and the side that it names."""
    yield from ((f"actors.{actor.id}.side", actor.side) for actor in settings.actors)
    yield from ((f"sides.{side.id}.allies", ally) for side in settings.sides for ally in side.allies)


def hint(word: str, known: Iterable[str]) -> str:
    """Return the known words with a similar spelling, or all of them if they are few."""
    known = sorted(known)
    near = nearest(word, known) or (known if len(known) <= MOST_ACTORS else [])
    return f"{near[0]}?" if len(near) == 1 else f"one of: {', '.join(near)}" if near else ""
