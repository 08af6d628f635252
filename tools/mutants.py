"""Break the code one small way at a time and see whether a test notices; a table of what was noticed.

    python tools/mutants.py                        # every module in scope (pyproject.toml, tool.mutmut)
    python tools/mutants.py geo/looks/look.py         # one module, or a folder of them
    python tools/mutants.py --changed --seconds 240    # only what differs from the last commit on main
    python tools/mutants.py --survivors geo/panel      # those again that survived, after a test was written

mutmut does the work and keeps it in `mutants/`: a whole run goes on where the last one stopped, modules that
are named are tried anew. The table is printed; `--write FILE` also writes the survivors with their diffs. The
exit code is 1 if a module has less than 90 % of its tried mutants killed; with `--changed`, if all of them
together have.
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Final, NamedTuple

from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

LEAST_KILLED: Final = 0.9
DEAD: Final = ("killed", "timeout", "segfault")
"""How mutmut calls a mutant that some test noticed: an endless loop is noticed by the clock."""

FOLDER: Final = Path("mutants")
STARTS_FROM: Final = ("origin/main", "main")


class Module(NamedTuple):
    """What became of the mutants of a module."""

    path: Path
    fates: Mapping[str, str]
    """Name of a mutant -> killed, survived, timeout, no tests, not checked, …"""

    @property
    def tried(self) -> int:
        """Number of mutants that the tests were run on."""
        return sum(fate != "not checked" for fate in self.fates.values())

    @property
    def killed(self) -> int:
        """Number of mutants that a test noticed."""
        return sum(fate in DEAD for fate in self.fates.values())

    @property
    def survivors(self) -> list[str]:
        """The mutants that no test noticed."""
        return [name for name, fate in self.fates.items() if fate not in (*DEAD, "not checked")]

    @property
    def enough(self) -> bool:
        """Whether enough of what was tried was killed."""
        return self.killed >= LEAST_KILLED * self.tried


def in_scope() -> list[Path]:
    """Return the modules that are mutated, as pyproject.toml lists them."""
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    patterns, files = settings["only_mutate"], sorted(Path("geo").rglob("*.py"))
    return [path for path in files if any(fnmatch(str(path), pattern) for pattern in patterns)]


def changed(modules: Iterable[Path]) -> list[Path]:
    """Return those modules that differ from where this branch left main; on main, from the commit before."""
    head = git("rev-parse", "HEAD")
    bases = [git("merge-base", "HEAD", name) for name in STARTS_FROM]
    base = next((one for one in bases if one and one != head), git("rev-parse", "HEAD~1"))
    if not base:
        return []
    differing = git("diff", "--name-only", base, "--", "geo").splitlines()
    return [path for path in modules if str(path) in differing]


def git(*arguments: str) -> str:
    """Return what git says, nothing when it cannot say it."""
    command = [shutil.which("git") or "git", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 (ours)


def names_of(modules: Sequence[Path], again: bool) -> list[str]:
    """Return what mutmut is asked to try: survivors, some modules, or nothing where all are meant."""
    if again:
        return [name for path in modules for name in told(path).survivors]
    return [] if list(modules) == in_scope() else [f"{dotted(path)}.x*" for path in modules]


def run(names: Sequence[str], seconds: float | None, workers: int) -> None:
    """Let mutmut try some mutants, or all, for so long at most; then the rest stays untried."""
    refresh()
    mutmut = shutil.which("mutmut", path=str(Path(sys.executable).parent)) or "mutmut"
    command = [mutmut, "run", "--max-children", str(workers), *names]
    running = subprocess.Popen(command, start_new_session=True)  # noqa: S603 (our own names)
    try:
        running.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        print(f"\nstopped after {seconds:.0f} s; what was not tried is counted below")
        stop(running)


def refresh() -> None:
    """Take away old copies of what mutmut copies once and never again: tests, and all that is no Python."""
    shutil.rmtree(FOLDER / "tests", ignore_errors=True)
    for path in (FOLDER / "geo").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".meta", ".spans"):
            path.unlink()


def stop(running: "subprocess.Popen[bytes]") -> None:
    """Stop mutmut and the workers it has started: they are of its session."""
    running.send_signal(signal.SIGINT)
    try:
        running.wait(timeout=20)
    except subprocess.TimeoutExpired:
        running.kill()


def dotted(path: Path) -> str:
    """Return a module's name as mutmut says it."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def told(path: Path) -> Module:
    """Return what mutmut has found out about a module."""
    notes = FOLDER / f"{path}.meta"
    codes = json.loads(notes.read_text(encoding="utf-8"))["exit_code_by_key"] if notes.exists() else {}
    return Module(path, {name: status_by_exit_code[code] for name, code in codes.items()})


def table(modules: Sequence[Module]) -> Iterator[str]:
    """Return a line for each module, and one for all."""
    yield "| module | mutants | tried | killed | of them by the clock | killed of tried |"
    yield "|---|---:|---:|---:|---:|---:|"
    for one in modules:
        yield line(str(one.path), [one])
    yield line("all", modules)


def line(name: str, modules: Sequence[Module]) -> str:
    """Return the numbers of some modules as a line of the table."""
    fates = Counter(fate for one in modules for fate in one.fates.values())
    tried, killed = sum(one.tried for one in modules), sum(one.killed for one in modules)
    share = f"{killed / tried:.1%}" if tried else "–"
    return f"| {name} | {fates.total()} | {tried} | {killed} | {fates['timeout']} | {share} |"


def survivors(modules: Iterable[Module]) -> Iterator[str]:
    """Return each survivor with its diff."""
    for one in modules:
        for name in one.survivors:
            yield f"## {name} ({one.fates[name]})\n```diff\n{get_diff_for_mutant(name, path=one.path)}\n```"


def joined(modules: Iterable[Module]) -> Module:
    """Return several modules as one: a run that is cut short tries too few mutants of each to judge it."""
    return Module(Path("all"), {name: fate for one in modules for name, fate in one.fates.items()})


def main() -> int:
    """Run, print the table, say whether enough was killed."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("paths", nargs="*", type=Path, help="modules or folders; none: all in scope")
    parser.add_argument("--changed", action="store_true", help="only modules that differ from main")
    parser.add_argument("--survivors", action="store_true", help="only mutants that no test noticed before")
    parser.add_argument("--seconds", type=float, help="stop after so long")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", type=Path, help="write the survivors and their diffs there")
    parser.add_argument("--no-run", action="store_true", help="only tell what was found before")
    asked = parser.parse_args()
    paths = in_scope()
    if asked.paths:
        paths = [path for path in paths if any(one == path or one in path.parents for one in asked.paths)]
    if asked.changed:
        paths = changed(paths)
    if not paths:
        print("no module in the scope of mutation " + ("has changed" if asked.changed else "is meant"))
        return 0 if asked.changed else 2
    names = names_of(paths, asked.survivors)
    if not asked.no_run and (names or not asked.survivors):
        run(names, asked.seconds, asked.workers)
    modules = [one for one in map(told, paths) if one.fates]
    print("\n".join(table(modules)))
    if asked.write:
        asked.write.write_text("\n\n".join(survivors(modules)) + "\n", encoding="utf-8")
    else:
        print("\n".join(name for one in modules for name in one.survivors))
    judged = [joined(modules)] if asked.changed else modules
    return 0 if all(one.enough for one in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
