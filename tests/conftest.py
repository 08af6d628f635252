"""What all tests share."""

from collections.abc import Callable

import how_many  # noqa: F401 - asks Hypothesis for few of them in a quick run
import pandas as pd
import pytest
import scanning  # noqa: F401 - before any page is run
from mutating import pytest_collection_modifyitems, pytest_runtest_protocol
from rows import reports
from shared import shared

__all__ = ["pytest_collection_modifyitems", "pytest_runtest_protocol"]


def pytest_sessionfinish() -> None:
    """Leave what the workers of this run share, if this one has used it."""
    if shared.cache_info().currsize:
        shared().leave()


@pytest.fixture
def make_reports() -> Callable[..., pd.DataFrame]:
    """Return the factory of checked reports: each row says only what the test is about."""
    return reports
