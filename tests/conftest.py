"""What all tests share."""

from collections.abc import Callable

import pandas as pd
import pytest
from rows import reports


@pytest.fixture
def make_reports() -> Callable[..., pd.DataFrame]:
    """Return the factory of checked reports: each row says only what the test is about."""
    return reports
