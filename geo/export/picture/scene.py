"""What every area shows on a day, and on which days anything changes."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from geo.export.picture.plan import Shown
from geo.looks import Look, Looks, looks
from geo.paint.legend import legend
from geo.timeline import events, timeline_of

if TYPE_CHECKING:
    from geo.reading import Conflict
    from geo.view import View
    from geo.words import Words


class Scene(NamedTuple):
    """A narrator's whole period as looks."""

    conflict: "Conflict"
    words: "Words"
    areas: tuple[str, ...]
    drawn: Looks
    events: pd.DataFrame
    """As `geo.timeline.events` has them."""

    def on(self, day: date) -> dict[str, Shown]:
        """Return what each area shows on a day."""
        rows = self.drawn.changes[self.drawn.changes["day"] <= pd.Timestamp(day)]
        last = rows.drop_duplicates("area_id", keep="last").set_index("area_id")
        before = Shown(self.drawn.table[0], self.drawn.table[0].word)
        found = {
            str(area): self._shown(self.drawn.table[look], newest, day)
            for area, look, newest in zip(last.index, last["look"], last["newest"], strict=True)
        }
        return {area: found.get(area, before) for area in self.areas}

    def events_on(self, day: date) -> pd.DataFrame:
        """Return the fights and attacks of a day whose place is known."""
        on = pd.Timestamp(day)
        return self.events[(self.events["first"] <= on) & (on <= self.events["last"])]

    def _shown(self, look: Look, newest: pd.Timestamp, day: date) -> Shown:
        days = 0 if pd.isna(newest) else max((pd.Timestamp(day) - newest).days, 0)
        if not days:
            return Shown(look, look.word)
        age = self.words.say("map.short_age", count=days)
        return Shown(look, self.words.say("map.label", word=look.word, age=age))

    def keys(self, days: list[date]) -> list[dict[str, object]]:
        """Return the legend's keys for what is shown on some days."""
        shown = [one.look for day in days for one in self.on(day).values()]
        return legend(list(dict.fromkeys(shown)), self.conflict, self.words)


def scene(conflict: "Conflict", view: "View") -> Scene:
    """Return the scene of a view's narrator, as known, in the view's language."""
    told = timeline_of(conflict, view.narrator, view.known)
    return Scene(conflict, view.words, told.areas, looks(told, conflict, view.words), events(told))
