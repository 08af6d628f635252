"""docs/design.md lists the folders, modules and libraries that there are, and no others."""

import re
import tomllib
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def tree(text):
    """Yield the paths in an indented list; a line may name several, and two blanks end the names."""
    parents = []
    for line in text.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        names = re.split(r" {2,}", line.strip())[0].split(", ")
        parents[depth:] = [names[-1]]
        yield from ("".join(parents[:depth]) + name for name in names)


def listed():
    return [*tree(DESIGN.split("```")[1].strip())]


def on_disk():
    """Return dashboard.py, every module of geo, and every folder that holds a file."""
    files = [
        p.relative_to(ROOT) for p in (ROOT / "geo").rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ]
    modules = {p.as_posix() for p in files if p.suffix == ".py" and p.name != "__init__.py"}
    folders = {f"{folder.as_posix()}/" for p in files for folder in p.parents if folder.name}
    return {"dashboard.py"} | modules | folders


def test_a_tree_names_every_path_of_an_indented_list():
    text = "a/   first\n  b/\n    c.py, d.py  both\n  e.py\nf/"
    assert [*tree(text)] == ["a/", "a/b/", "a/b/c.py", "a/b/d.py", "a/e.py", "f/"]


def test_the_design_lists_every_module_and_folder_and_no_other():
    missing, gone = sorted(on_disk() - {*listed()}), sorted({*listed()} - on_disk())
    assert (missing, gone) == ([], []), f"docs/design.md lacks {missing} and names {gone}, which do not exist"


def test_the_design_lists_nothing_twice():
    assert len(listed()) == len({*listed()})


def test_every_library_is_named_once_with_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = [
        *project["dependencies"],
        *(name for names in project["optional-dependencies"].values() for name in names),
    ]
    rows = DESIGN.split("| library | why |")[1].splitlines()[2:]
    named = [name for row in takewhile(bool, rows) for name in row.split("|")[1].strip().split(", ")]
    assert sorted(named) == sorted(re.match(r"[\w-]+", name)[0] for name in required)
