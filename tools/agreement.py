"""Compare two codings of the same articles row by row: what both found, and how they coded it.

``python tools/agreement.py CODER_A.csv CODER_B.csv`` prints Markdown: how many rows have a match (same
source and area, overlapping words), then Krippendorff's alpha (nominal) and plain agreement for each
variable over the matched rows. Rows are matched one to one, the most similar first, so that no row is used
twice.
"""

import sys
from difflib import SequenceMatcher

import krippendorff
import pandas as pd

VARIABLES = (
    "scope", "claim", "polarity", "party", "voice_id", "claimant_side",
    "date_from", "date_to", "reliability", "credibility",
)  # fmt: skip
CLOSED_VOICES = ("taliban", "nrf", "tass", "southfront", "cnn", "anadolu", "alarabiya")
MINIMUM_WORDS = 0.35
"""The share of common words below which two rows about one area do not match."""


def coding(path: str) -> pd.DataFrame:
    """Return one coder's rows; names of unnamed voices are free text, so they are compared as `unnamed`."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows["voice_id"] = rows["voice_id"].where(rows["voice_id"].isin(CLOSED_VOICES), "unnamed or other")
    return rows


def likeness(a: pd.Series, b: pd.Series) -> float:
    """Return how similar two rows' words are, 0 to 1; the claim only breaks ties."""
    words = SequenceMatcher(None, a["quote"].lower().split(), b["quote"].lower().split()).ratio()
    same = (a["claim"] == b["claim"]) + (a["party"] == b["party"])
    return words + 0.01 * same if words >= MINIMUM_WORDS else 0.0


def partners(a: pd.DataFrame, b: pd.DataFrame) -> list[tuple[int, int]]:
    """Return pairs of row positions of the two codings that code the same statement about the same area."""
    pairs = []
    for key, ours in a.groupby(["source_id", "area_id"]):
        theirs = b[(b["source_id"] == key[0]) & (b["area_id"] == key[1])]
        scores = [(likeness(x, y), i, j) for i, x in ours.iterrows() for j, y in theirs.iterrows()]
        used: set[tuple[str, int]] = set()
        for score, i, j in sorted(scores, reverse=True):
            if score > 0 and not {("a", i), ("b", j)} & used:
                used |= {("a", i), ("b", j)}
                pairs.append((i, j))
    return pairs


def alpha(first: pd.Series, second: pd.Series) -> float:
    """Return Krippendorff's alpha for nominal values; 1 where both always have the same value."""
    codes, _ = pd.factorize(pd.concat([first, second]))
    if codes.max() == 0:
        return 1.0
    return float(krippendorff.alpha(codes.reshape(2, -1), level_of_measurement="nominal"))


def report(path_a: str, path_b: str) -> str:
    """Return the comparison as Markdown."""
    a, b = coding(path_a), coding(path_b)
    pairs = partners(a, b)
    left, right = a.loc[[i for i, _ in pairs]], b.loc[[j for _, j in pairs]]
    shared = 100 * 2 * len(pairs) / (len(a) + len(b))
    lines = [
        f"Rows: coder A {len(a)}, coder B {len(b)}, found by both {len(pairs)} ({shared:.0f} %, Dice).",
        "",
        "| variable | agree | Krippendorff's alpha |",
        "|---|---|---|",
    ]
    for name in VARIABLES:
        same = (left[name].to_numpy() == right[name].to_numpy()).mean()
        lines.append(f"| `{name}` | {100 * same:.0f} % | {alpha(left[name], right[name]):.2f} |")
    for label, rows, used in (("A", a, left), ("B", b, right)):
        alone = rows.loc[rows.index.difference(used.index), "report_id"]
        lines += [
            "",
            f"Found only by coder {label} ({len(alone)}): " + ", ".join(f"`{i}`" for i in alone) + ".",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(sys.argv[1], sys.argv[2]))
