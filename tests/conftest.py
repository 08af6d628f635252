"""What all tests share."""

import os
from collections.abc import Callable
from importlib import import_module

import how_many  # noqa: F401 - asks Hypothesis for few of them in a quick run
import pandas as pd
import pytest
import scanning  # noqa: F401 - before any page is run
from rows import reports
from shared import shared


def pytest_configure(config: pytest.Config) -> None:
    """While the code is being broken on purpose, let that decide which tests are run, and when."""
    if "MUTANT_UNDER_TEST" in os.environ:
        config.pluginmanager.register(import_module("mutating"))


def pytest_sessionfinish() -> None:
    """Leave what the workers of this run share, if this one has used it."""
    if shared.cache_info().currsize:
        shared().leave()


@pytest.fixture
def make_reports() -> Callable[..., pd.DataFrame]:
    """Return the factory of checked reports: each row says only what the test is about."""
    return reports
