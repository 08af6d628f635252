"""Two maps side by side: their words with places for what each says, which the script puts in."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from geo import panel
from geo.sentences import said_by, standing
from geo.view import View

if TYPE_CHECKING:
    from geo.export.onefile.cut import Cut
    from geo.words import Words

STATE, DAY, AREA, FIRST, SECOND, ID = "\ue002", "\ue003", "\ue004", "\ue005", "\ue006", "\ue007"
"""Places: what is said of an area, a day, an area's name, what each map says, an area's id."""

TITLES: Final = (("\ue008", "\ue009"), ("\ue00a", "\ue00b"))
"""Places of the title and the list of each map."""


def pairs(cut: "Cut", states: Mapping[str, Any], words: "Words") -> dict[str, Any]:
    """Return what is said of two maps, as HTML with places.

    Parameters
    ----------
    states
        The states of the file's narrators (`geo.paint.states`): all that can be said of an area.
    """
    before, _, after = words.say("compare.part", area=AREA, first=FIRST, second=SECOND).partition(AREA)
    apart, same = panel.partings_places(words, panel.PartingLine(ID, before, AREA, after, f"#area={ID}"))
    return {
        "first": [one for one in panel.narrators_beside(cut.conflict) if one in cut.narrators],
        "lists": panel.pair_html(TITLES, words),
        "tellers": {kind: _isolated(said, words) for kind, said in _tellers(cut, words)},
        "states": dict(_states(cut, states, words)),
        "apart": apart,
        "same": same,
        "most": panel.MOST_PARTINGS,
    }


def _tellers(cut: "Cut", words: "Words") -> Iterator[tuple[str, str]]:
    """Yield how what each map says is said: of a narrator, of a day, of what was known."""
    for narrator in cut.narrators:
        view = View(cut.days[0], narrator)
        yield f"narrator:{narrator}", said_by(cut.conflict, view, STATE, "narrator", words)
    yield "date", words.say("compare.on_day", day=DAY, state=STATE)
    yield "known", words.say("compare.known_on", day=DAY, state=STATE)
    yield "known:all", words.say("compare.known_all", state=STATE)


def _states(cut: "Cut", states: Mapping[str, Any], words: "Words") -> Iterator[tuple[str, list[str]]]:
    """Yield what is said of an area, without and with how surely, by the script's signature of a look."""
    seen = {(look["told"], *look["of"]) for one in states.values() for look in one["looks"]}
    for status, *holders in sorted(seen):
        said = [standing(cut.conflict, status, holders, words, surely=surely) for surely in (False, True)]
        yield f"{status}|{'|'.join(holders)}", [_isolated(one, words) for one in said]


def _isolated(text: str, words: "Words") -> str:
    return str(panel.isolated(text, words.direction))
