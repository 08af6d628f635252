"""The tables of `conflict.toml`: which keys they may have, and what these may be."""

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from geo.reading.defaults import Defaults
from geo.reading.key_events import MOST_EVENTS, EventTable
from geo.reading.names import ID, LONGEST_NAME, MOST_LANGUAGES
from geo.reading.toml import by_language
from geo.reading.zones import known_zone

MOST_ACTORS: Final = 8
"""More colours than this cannot be told apart."""

MOST_SIDES: Final = 100
MOST_GROUPS: Final = 2_000
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


class ForReaders(BaseModel):
    """The file's texts for readers, but for its title."""

    model_config = ConfigDict(extra="forbid", strict=True)
    summary: str = ""
    ends: str = ""
    limits: list[str] = []
    grades: str = ""
    uncertain: list[str] = []
    corrections: str = ""
    licence: str = ""


class TextsTable(ForReaders):
    """The file's texts for readers in another language (`[texts.fa]`)."""

    title: Text = ""

    @property
    def texts(self) -> dict[str, Any]:
        """Those that the language has; several sentences are a tuple."""
        said = self.model_dump(exclude_defaults=True).items()
        return {name: tuple(text) if isinstance(text, list) else text for name, text in said}


class Settings(ForReaders):
    """The whole file."""

    id: Id
    title: Text
    time_zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    window_days: Annotated[int, Field(ge=0, le=3650)] = 3
    stale_days: Annotated[int, Field(ge=0, le=3650)] = 7
    focus: str = ""
    address: Address = ""
    relief_bounds: list[float] = []
    texts: dict[str, TextsTable] = Field({}, max_length=MOST_LANGUAGES)
    defaults: Defaults = Defaults()
    sides: list[SideTable] = Field(min_length=1, max_length=MOST_SIDES)
    actors: list[ActorTable] = Field(min_length=1, max_length=MOST_ACTORS)
    groups: list[GroupTable] = Field([], max_length=MOST_GROUPS)
    events: list[EventTable] = Field([], max_length=MOST_EVENTS)
