"""Whatever the bytes, a reader gives data or a `DataError`, each problem one line; never a crash.

More examples: FUZZ_EXAMPLES=500 python -m pytest tests/test_fuzz.py
"""

import json
import os
import sys
from pathlib import Path

import pytest
from how_many import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
from targets import TARGETS, check

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "12"))

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
CSV = st.lists(
    st.sampled_from(["r9", "s", "west", "named", "holds", "2021-09-05", ",", '"', "\n", ";", "\r", "é", "=1"])
)
TOML = st.lists(
    st.sampled_from(
        ["[[sides]]", "\n", "id", "=", '"x"', "[", "]", "{", "}", "1", "x", "'''", "#", "name_fa"]
    )
)
GEOMETRY = st.fixed_dictionaries(
    {"type": st.sampled_from(["Polygon", "MultiPolygon", "Point", "X"]), "coordinates": JSON}
)
WAYS = {
    "bytes": st.binary(max_size=300),
    "csv": CSV.map("".join).map(str.encode),
    "toml": TOML.map(" ".join).map(str.encode),
    "json": (JSON | GEOMETRY).map(lambda value: json.dumps(value).encode()),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("target", TARGETS)
def test_no_bytes_crash_a_reader(target, way):
    @settings(max_examples=examples(EXAMPLES), deadline=5000, suppress_health_check=[HealthCheck.too_slow])
    @given(WAYS[way])
    def holds(data):
        check(target, data)

    holds()
