"""Uploads for the fuzzer of the page's door: good ones, good ones broken, the hostile kinds, no zips at all.

The same seed and number make the same upload. `MARK` is in the names and titles of all of them.
"""

import io
import random
import sys
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "reading")]

from folders import CONFLICT, files  # noqa: E402
from test_bounds import KINDS  # noqa: E402

from geo.reading.file_names import FILES  # noqa: E402

MARK: Final = "Zamarud-7f3-upload"

Files = dict[str, bytes]


class Upload(NamedTuple):
    """What is sent, and what kind of it; a good one must open."""

    kind: str
    files: Files

    @property
    def good(self) -> bool:
        """Whether it must open."""
        return self.kind.startswith("good")


def folder(path: Path) -> Files:
    """Return the files of a conflict's folder, the mark in its title."""
    found = {name: (path / name).read_bytes() for name in FILES if (path / name).exists()}
    return marked(found)


def marked(content: Mapping[str, bytes]) -> Files:
    """Return files with the mark before the conflict's title."""
    title = b'title = "'
    return {name: data.replace(title, title + MARK.encode() + b" ", 1) for name, data in content.items()}


def packed(*contents: Mapping[str, bytes]) -> bytes:
    """Return a zip of all members, those of the same name twice."""
    data = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for content in contents:
            for name, member in content.items():
                archive.writestr(zipfile.ZipInfo(name), member, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def flipped(data: bytes, chance: random.Random, most: int = 40) -> bytes:
    """Return bytes of which some are changed, or nothing of nothing."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, most) if data else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def good(chance: random.Random) -> Files:
    """Return one of the folders that open."""
    small = marked(files(conflict=CONFLICT.encode()))
    return chance.choice([small, folder(ROOT / "data"), folder(ROOT / "examples" / "marches")])


def zipped(*contents: Mapping[str, bytes]) -> Files:
    """Return an upload of one zip."""
    return {f"{MARK}.zip": packed(*contents)}


def changed_member(chance: random.Random) -> Files:
    """Return a zip that is whole, with a member that is not."""
    content = good(chance)
    name = chance.choice(sorted(content))
    return zipped(content | {name: flipped(content[name], chance, 5)})


def mixed(chance: random.Random) -> Files:
    """Return a zip whose members come from several conflicts."""
    both = good(chance), good(chance)
    return zipped({name: chance.choice(both).get(name, b"") for name in sorted(both[0] | both[1])})


def cut(chance: random.Random) -> Files:
    """Return a zip without its end."""
    whole = packed(good(chance))
    return {f"{MARK}.zip": whole[: chance.randrange(len(whole))]}


def no_zip(chance: random.Random) -> Files:
    """Return something else under the name of a zip, or under a name of its own."""
    data = chance.choice([b"", b"PK\x05\x06" + bytes(18), b"\x89PNG\r\n\x1a\n", chance.randbytes(5_000)])
    return {MARK + chance.choice([".zip", ".ZIP", ".csv", "\u202e.zip", "../../x.toml", ""]): data}


def hostile(kind: str, chance: random.Random) -> Files:
    """Return a kind that the bounds are for, in a zip or file by file."""
    content = marked(KINDS[kind][0]())
    if any(name.endswith(".zip") for name in content):
        return content
    return zipped(content) if chance.random() < 0.5 else content


WAYS: Final[Mapping[str, Callable[[random.Random], Files]]] = {
    "good, a zip": lambda chance: zipped(good(chance)),
    "good, file by file": good,
    "flipped bytes": lambda chance: {f"{MARK}.zip": flipped(packed(good(chance)), chance)},
    "a changed member": changed_member,
    "cut": cut,
    "doubled members": lambda chance: zipped(good(chance), good(chance)),
    "mixed members": mixed,
    "no zip": no_zip,
}
HOSTILE: Final = 3
"""So many hostile uploads come after one of each way."""


def upload(seed: int, number: int) -> Upload:
    """Return the upload of a number."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 (to be repeated)
    turn = number % (len(WAYS) + HOSTILE)
    if turn < len(WAYS):
        kind = sorted(WAYS)[turn]
        return Upload(kind, WAYS[kind](chance))
    kind = chance.choice(sorted(KINDS))
    return Upload(f"hostile: {kind}", hostile(kind, chance))
