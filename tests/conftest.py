"""What all tests share."""

from collections.abc import Callable

import pandas as pd
import pytest
from mutating import pytest_collection_modifyitems, pytest_runtest_protocol
from rows import reports

__all__ = ["pytest_collection_modifyitems", "pytest_runtest_protocol"]


@pytest.fixture
def make_reports() -> Callable[..., pd.DataFrame]:
    """Return the factory of checked reports: each row says only what the test is about."""
    return reports
