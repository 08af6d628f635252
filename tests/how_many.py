"""How many examples a test of properties tries: all, or a quarter in `make quick` and on a mutant."""

import os
from typing import Final

from hypothesis import settings

QUICK: Final = bool(os.environ.get("QUICK") or os.environ.get("MUTANT_UNDER_TEST"))


def examples(count: int) -> int:
    """Return how many of `count` examples are tried."""
    return max(count // 4, 3) if QUICK else count


settings.register_profile("quick", max_examples=examples(settings().max_examples))
if QUICK:
    settings.load_profile("quick")
