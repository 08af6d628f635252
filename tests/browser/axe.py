"""axe-core on a whole page: its frames too; what counts as serious, and the views that are checked."""

from pathlib import Path
from typing import Any, NamedTuple

import axe_playwright_python
from still import still

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = ("serious", "critical")

VIEWS = {
    "map, an area chosen": "?date=2021-09-05&area=rokha",
    "map, nothing chosen": "?date=2021-09-05",
    "side by side": "?date=2021-09-05&area=paryan&narrator=taliban&compare=narrator:nrf",
    "as known earlier, nothing said": "?date=2021-08-30&narrator=taliban&known=2021-09-04",
    "sources": "?view=sources",
    "data": "?view=data",
    "take away": "?view=take",
    "map in Dari": "?date=2021-09-05&area=rokha&lang=fa",
    "map in Dari, nothing chosen": "?date=2021-09-05&lang=fa",
    "side by side in Dari": "?date=2021-09-05&area=paryan&narrator=taliban&compare=narrator:nrf&lang=fa",
    "sources in Dari": "?view=sources&lang=fa",
    "data in Dari": "?view=data&lang=fa",
    "take away in Dari": "?view=take&lang=fa",
}
"""Name of a view -> its address in the dashboard."""

SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
"""How a reader may see a page -> what the browser is told."""


class Finding(NamedTuple):
    """A rule of axe-core that is broken: how badly, which, where."""

    impact: str
    rule: str
    places: tuple[str, ...]


class Checked(NamedTuple):
    """What axe-core found on a page, how many rules it passed, and whether it looked into a frame."""

    findings: tuple[Finding, ...]
    passes: int
    frames: bool

    @property
    def serious(self) -> tuple[Finding, ...]:
        """The findings that keep a reader out."""
        return tuple(one for one in self.findings if one.impact in SERIOUS)


def checked(page: Any) -> Checked:
    """Return what axe-core says of a page and of every frame in it, once the page stands still."""
    still(page)
    for frame in page.frames:
        frame.evaluate(SCRIPT)
    told = page.evaluate("axe.run(document, {resultTypes: ['violations', 'passes']})")
    nodes = [node for rule in (*told["passes"], *told["violations"]) for node in rule["nodes"]]
    return Checked(
        tuple(sorted(_finding(rule) for rule in told["violations"])),
        len(told["passes"]),
        any(len(node["target"]) > 1 for node in nodes),
    )


def _finding(rule: dict[str, Any]) -> Finding:
    places = (" > ".join(map(str, node["target"])) for node in rule["nodes"])
    return Finding(str(rule["impact"]), str(rule["id"]), tuple(places))
