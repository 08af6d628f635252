"""What areas and groups are called: every spelling, and the label by which a person knows them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import geopandas as gpd

from geo.reading.districts import NAME_COLUMN

if TYPE_CHECKING:
    from geo.reading.settings_tables import Settings

VARIANT_MARK: Final = ";"


def labels_of(areas: gpd.GeoDataFrame, groups: Mapping[str, str]) -> dict[str, str]:
    """Return the label of each area and group: name, what it lies in, id; "Dara, Panjshir (dara)".

    Parameters
    ----------
    groups
        Id -> name; an area's `parent` may be one.
    """
    labels = {group: f"{name} ({group})" for group, name in groups.items()}
    told = (areas[column].tolist() for column in ("name", "province", "parent"))
    for one, name, province, parent in zip(areas.index.tolist(), *told, strict=True):
        above = province or groups.get(parent, parent)
        labels[one] = f"{name}, {above} ({one})" if above else f"{name} ({one})"
    return labels


def area_spellings(areas: gpd.GeoDataFrame) -> Iterator[tuple[str, str]]:
    """Yield each area's id with its id, its names in every language and its variants."""
    columns = [name for name in areas.columns if name == "name" or NAME_COLUMN.fullmatch(name)]
    told = (areas[column].tolist() for column in [*columns, "name_variants"])
    for area_id, *names, variants in zip(areas.index.tolist(), *told, strict=True):
        yield from ((area_id, name) for name in (area_id, *names, *variants.split(VARIANT_MARK)))


def group_spellings(settings: "Settings", groups: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield each group's id with its id and its names in every language."""
    for group in settings.groups:
        if group.id in groups:
            yield from ((group.id, name) for name in (group.id, group.name, *group.names.values()))
