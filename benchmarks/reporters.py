"""Who says what about the front in a made-up war, and which article carries it when."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.reading.intervals import with_intervals
from geo.reading.vocabulary import OTHER_SIDES, REPORT_COLUMNS, Claim, Polarity, Scope

Ints = npt.NDArray[np.int64]

FIRST_DAY: Final = np.datetime64("2020-01-01")
PARTIES: Final = ("north", "south", "hill")
OUTLETS: Final = 24
UNNAMED: Final = 0.12
"""The share of statements by an unnamed speaker, who is a separate voice in each article."""

CLAIMS: Final = {
    "holds": 0.46,
    "captured": 0.15,
    "repelled": 0.08,
    "fighting": 0.10,
    "attacked": 0.06,
    "advancing": 0.06,
    "present": 0.06,
    "left": 0.03,
}
SCOPES: Final = {"named": 0.74, "all_but": 0.05, "all_of": 0.08, "only_outside": 0.04, "part_of": 0.09}
SPEAKERS: Final = {"north": 0.08, "south": 0.09, "hill": 0.02, "outlet": 0.61, "third_party": 0.20}


def statements(
    dice: np.random.Generator, holder: Ints, day: Ints, area: Ints, where: tuple[tuple[str, ...], int]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return reports and sources: one report per `day` and `area`; `holder` is the truth, days × areas.

    `where` has the areas, then their provinces, then the regions, in the order of the map, and how many areas
    a province has.
    """
    said: dict[str, Any] = {
        "claim": drawn(dice, CLAIMS, day.size),
        "scope": drawn(dice, SCOPES, day.size),
        "claimant_side": drawn(dice, SPEAKERS, day.size),
    }
    said["party"], said["polarity"] = believed(dice, holder, day, area, said)
    said["area_id"] = reached(area, said["scope"], dice, holder.shape[1], where)
    begin = np.where(dice.random(day.size) < 0.3, day - dice.integers(0, 5, day.size), day)
    undated = dice.random(day.size) < 0.03
    said["date_to"] = as_days(day, undated)
    said["date_from"] = as_days(begin, undated | (dice.random(day.size) < 0.5))
    outlet = dice.integers(0, OUTLETS, day.size)
    printed = day + np.minimum(dice.geometric(0.6, day.size) - 1, 9)
    article, source = np.unique(outlet + OUTLETS * printed, return_inverse=True)
    sources = articles(article)
    said["voice_id"] = voices(dice, said["claimant_side"], outlet, source)
    return typed(said, source, sources), sources


def drawn(dice: np.random.Generator, shares: dict[str, float], size: int) -> pd.Categorical:
    """Return words drawn by their shares."""
    codes = dice.choice(len(shares), size, p=np.array(list(shares.values())))
    return pd.Categorical.from_codes(codes, categories=list(shares))


def believed(
    dice: np.random.Generator, holder: Ints, day: Ints, area: Ints, said: dict[str, Any]
) -> tuple[pd.Categorical, pd.Categorical]:
    """Return whom each statement is about and whether it denies: late news, errors, wishful thinking."""
    seen = holder[np.maximum(day - dice.integers(0, 4, day.size), 0), area]
    wrong = dice.random(day.size) < 0.08
    party = np.where(wrong, dice.integers(0, len(PARTIES), day.size), seen)
    side = pd.Index(PARTIES).get_indexer(said["claimant_side"])
    own_words = (side >= 0) & (dice.random(day.size) < 0.55)
    party = np.where(own_words, side, party)
    denies = (dice.random(day.size) < 0.25) & (side >= 0) & (party != side)
    party = np.where(said["claim"] == Claim.FIGHTING, -1, party)
    whom = pd.Categorical.from_codes(party + 1, categories=["", *PARTIES])
    return whom, pd.Categorical.from_codes(denies.astype(int), categories=list(Polarity))


def reached(
    area: Ints,
    scope: pd.Categorical,
    dice: np.random.Generator,
    n_areas: int,
    where: tuple[tuple[str, ...], int],
) -> pd.Categorical:
    """Return the area or, for statements about a whole or part of one, the group around it."""
    places, size = where
    n_provinces = sum(place.startswith("p") for place in places)
    province, region = n_areas + area // size, n_areas + n_provinces + area // (6 * size)
    group = np.where(dice.random(area.size) < 0.05, region, province)
    codes = np.where(np.isin(scope, [Scope.ALL_OF, Scope.PART_OF]), group, area)
    return pd.Categorical.from_codes(codes, categories=list(places))


def as_days(day: Ints, absent: npt.NDArray[np.bool_]) -> npt.NDArray[np.datetime64]:
    """Return days of the war as dates, NaT where absent."""
    dates = (FIRST_DAY + day).astype("datetime64[s]")
    dates[absent] = np.datetime64("NaT")
    return dates


def voices(dice: np.random.Generator, side: pd.Categorical, outlet: Ints, source: Ints) -> pd.Categorical:
    """Return whose voice it is: a party's, an agency's, the outlet's own, or an article's unnamed source."""
    third, own = side == OTHER_SIDES[1], side == OTHER_SIDES[0]
    unnamed = third & (dice.random(outlet.size) < UNNAMED / SPEAKERS["third_party"])
    base = len(SPEAKERS) + OUTLETS
    code = np.select(
        [unnamed, own, third], [base + OUTLETS + source, base + outlet, outlet % 6], side.codes + 6
    )
    found, codes = np.unique(code, return_inverse=True)
    return pd.Categorical.from_codes(codes, categories=[f"v{number}" for number in found])


def articles(article: Ints) -> pd.DataFrame:
    """Return the sources, one per outlet and day of print."""
    printed, outlet = np.divmod(article, OUTLETS)
    day = (FIRST_DAY + printed).astype("datetime64[s]")
    names = [f"outlet {number}" for number in outlet]
    return pd.DataFrame(
        {
            "outlet": names,
            "title": [f"News of the front, {text}" for text in day.astype("datetime64[D]").astype(str)],
            "article_day": day,
            "published_from": day,
            "published_to": day + (outlet % 3).astype("timedelta64[D]"),
            "published_basis": "dateline",
            "language": "en",
        },
        index=pd.Index(
            [f"o{number}-{when}" for number, when in zip(outlet, printed, strict=True)], name="source_id"
        ),
    )


def typed(said: dict[str, Any], source: Ints, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the reports with every column of the file, as `Conflict.reports` has them."""
    size = source.size
    number = np.arange(size)
    echoed = np.where(number % 7 == 0, np.maximum(number - 40, 0), number)
    ids = {name: numbered(letter, number) for name, letter in (("report_id", "r"), ("statement_id", "s"))}
    code = pd.Categorical(numbered("u", echoed))
    claimants = pd.Series(said["voice_id"]).astype("str")
    table = pd.DataFrame(
        {
            **said,
            **ids,
            "origin_id": code,
            "claimant": claimants,
            "source_id": pd.Categorical.from_codes(source, categories=sources.index),
            "place_as_written": pd.Series(said["area_id"]).astype("str"),
            "quote": quotes(said),
            "evidence": "quote",
            "reliability": "F",
            "credibility": "6",
            "published_from": sources["published_from"].to_numpy()[source],
            "published_to": sources["published_to"].to_numpy()[source],
            "row": number + 2,
        }
    )
    text = dict.fromkeys(["date_basis", "quote_prefix", "sentence", "hedge", "cell", "cell_row", "note"], "")
    made = table.assign(lon=np.nan, lat=np.nan, **text)
    return with_intervals(made[[*REPORT_COLUMNS, "published_from", "published_to", "row"]])


def numbered(letter: str, number: Ints) -> "pd.Series[str]":
    """Return ids."""
    return letter + pd.Series(number).astype("str")


def quotes(said: dict[str, Any]) -> "pd.Series[str]":
    """Return the words of each statement."""
    words = [pd.Series(said[name]).astype("str") for name in ("party", "polarity", "claim", "area_id")]
    return words[0] + " " + words[1] + " " + words[2] + " " + words[3]
