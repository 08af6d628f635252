# ruff: noqa: RUF001 (a look-alike letter is one of the attacks)
"""A folder whose every text tries to run, to break out, to hide or to fetch; well-formed otherwise."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from folders import CONFLICT, REPORT, SOURCE, feature, square

from geo.reading.report_checks import MOST_WORDS
from geo.reading.safe_csv import write_csv
from geo.reading.vocabulary import REPORT_COLUMNS, SOURCE_COLUMNS

ATTACKS = (
    "<script>window.ran=1;alert(1)</script>",
    "<img src=x onerror='window.ran=1;alert(1)'>",
    "</script><script>window.ran=1;alert(1)</script>",
    '"><svg onload=window.ran=1;alert(1)>',
    "'-alert(1)-'",
    "${window.ran=1}`${alert(1)}`",
    "{{ 7*7 }}{% raw %}{{ cycler.__init__ }}",
    "[click](javascript:window.ran=1)",
    "![x](http://198.51.100.7/pixel.png)",
    "<iframe src=javascript:parent.ran=1></iframe>",
    "<style>@import url(http://198.51.100.7/x.css);body{display:none}</style>",
    "<a href='javascript:window.ran=1'>x</a>",
    "$$\\href{javascript:window.ran=1}{x}$$ :red[x] :material/home:",
    '=HYPERLINK("http://198.51.100.7","x")',
    "\u202eeman neddih a\u202c zero\u200bwidth Rоkha",
    "x\x1b[31m</title><!-- \\u003cscript>",
    "<base href=http://198.51.100.7/><meta http-equiv=refresh content='0;url=http://198.51.100.7'>",
)  # fmt: skip
"""`window.ran` stays undefined, no dialog opens and no request leaves, or one of them worked."""


def attack(number: int) -> str:
    """Return one of the attacks."""
    return ATTACKS[number % len(ATTACKS)]


TRAP = "198.51.100.7"
MARKED = (
    f"![x](http://{TRAP}/p.png) [y](http://{TRAP}/y) :red[z] :material/home: :smile: $a$ **b** "
    f"http://{TRAP}/a www.trap.example c@trap.example <script>window.ran=1;alert(1)</script> -> -- ~="
)
"""All that Streamlit's Markdown makes something of, in one text."""


def marked(number: int) -> str:
    """Return the text with every mark, different for each number."""
    return f"{MARKED} {number}"


def marked_folder(folder: Path) -> Path:
    """Write the hostile folder with an image, a link, a directive and a script in every text."""
    return hostile_folder(folder, marked)


def hostile_folder(folder: Path, attack: Callable[[int], str] = attack) -> Path:
    """Write the folder: one area and some reports per attack, every free text an attack."""
    folder.mkdir(parents=True, exist_ok=True)
    ids = [f"a{n}" for n in range(len(ATTACKS))]
    features = [
        feature(
            i, square(60 + n % 5, 30 + n // 5), **{key: attack(n + k) for k, key in enumerate(AREA_TEXTS)}
        )
        for n, i in enumerate(ids)
    ]
    map_text = json.dumps({"type": "FeatureCollection", "source": attack(0), "features": features})
    (folder / "districts.geojson").write_text(map_text, encoding="utf-8")
    (folder / "conflict.toml").write_text(settings(ids, attack), encoding="utf-8")
    (folder / "sources.csv").write_bytes(write_csv(sources(attack)))
    (folder / "control_reports.csv").write_bytes(write_csv(reports(ids, attack)))
    places = {"name": attack(1), "lon": "61", "lat": "31", "kind": attack(2)}
    (folder / "places.csv").write_bytes(write_csv(pd.DataFrame([places])))
    return folder


AREA_TEXTS = ("name", "name_fa", "kind", "province")


def settings(ids: list[str], attack: Callable[[int], str]) -> str:
    """Return the conflict file."""
    text = CONFLICT.replace('["east", "west"]', json.dumps(ids))
    for number, plain in enumerate(('"Test"', '"Red"', '"Blue"', '"Valley"', '"سرخ"')):
        text = text.replace(plain, quoted(attack(number)))
    lines = [
        f"{key} = {quoted(attack(n))}" for n, key in enumerate(("summary", "ends", "corrections", "licence"))
    ]
    return "\n".join([*lines, f"uncertain = [{quoted(attack(5))}]", text])


def quoted(text: str) -> str:
    """Return a TOML string."""
    return json.dumps(text, ensure_ascii=True)


def sources(attack: Callable[[int], str]) -> pd.DataFrame:
    """Return one source per attack."""
    texts = ("outlet", "title", "published_basis", "language", "translation_note", "url")
    rows = [
        SOURCE | {"source_id": f"s{n}"} | {key: attack(n + k) for k, key in enumerate(texts)}
        for n in range(len(ATTACKS))
    ]
    rows[0]["url"] = "javascript:window.ran=1"
    return pd.DataFrame(rows, columns=list(SOURCE_COLUMNS), dtype="str").fillna("")


def reports(ids: list[str], attack: Callable[[int], str]) -> pd.DataFrame:
    """Return a disputed pair of reports per area."""
    texts = (
        "place_as_written",
        "claimant",
        "date_basis",
        "quote",
        "quote_prefix",
        "note",
        "statement_id",
        "origin_id",
    )
    rows = []
    for n, area_id in enumerate(ids):
        for side in ("red", "blue"):
            about = {
                "report_id": f"{attack(n)}-{side}",
                "area_id": area_id,
                "party": side,
                "claimant_side": side,
            }
            about |= {"voice_id": f"{attack(n + 3)}-{side}", "source_id": f"s{n}"}
            said = {key: attack(n + k) for k, key in enumerate(texts)}
            short = said["quote"] if len(said["quote"].split()) <= MOST_WORDS else ""
            rows.append(REPORT | about | said | {"sentence": short, "hedge": short})
    return pd.DataFrame(rows, columns=list(REPORT_COLUMNS), dtype="str").fillna("")
