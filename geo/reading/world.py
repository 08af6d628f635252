"""The range of longitude and latitude, degrees, EPSG:4326."""

from typing import Final

import numpy as np
import numpy.typing as npt

LONGITUDES: Final = (-180.0, 180.0)
LATITUDES: Final = (-90.0, 90.0)


def inside_world(bounds: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Return for each row of west, south, east, north whether it lies in the range; False for NaN."""
    west, south, east, north = np.asarray(bounds, dtype=float).T
    return np.asarray(
        (west >= LONGITUDES[0]) & (east <= LONGITUDES[1]) & (south >= LATITUDES[0]) & (north <= LATITUDES[1])
    )
