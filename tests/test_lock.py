"""requirements.lock names what pyproject.toml asks for, in the versions of constraints.txt, by its hashes."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRY = re.compile(
    r"^([\w.-]+)==(\S+)((?: ;[^\\]+)?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE
)


def versions(text: str) -> dict[str, str]:
    """Return the version of each package that has one."""
    found = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_the_lock_has_the_versions_that_were_tested_together() -> None:
    tested = versions((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    assert {name: tested.get(name) for name in versions(LOCK)} == versions(LOCK), "run `make lock`"


def test_the_lock_has_every_library_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(text) for text in project["dependencies"]]
    locked = versions(LOCK)
    wrong = [
        str(one) for one in asked if not one.specifier.contains(locked.get(canonicalize_name(one.name), "0"))
    ]
    assert wrong == [], "run `make lock`"


def test_every_entry_of_the_lock_has_hashes_and_nothing_else_stands_in_it() -> None:
    rest = re.sub(r"^#.*\n", "", ENTRY.sub("", LOCK), flags=re.MULTILINE)
    assert rest.strip() == ""
    assert len(ENTRY.findall(LOCK)) == len(versions(LOCK)) > len(["streamlit"])
