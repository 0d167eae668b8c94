"""The title page of the repository: few entries, a licence, locks with hashes, no trace of a workplace."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from tests.house.tree import ROOT, project, tracked

ENTRIES = 18
# Assembled here, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(parts)
    for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
]
PLACES = [
    "/".join(parts) for parts in (("", "work", ""), ("", "tmp", ""), ("", "root", ""), ("", "home", ""))
]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==\S+")


def traces(text: str) -> list[str]:
    """Hosts of package registries, and paths of the machine on which it was written."""
    lines = enumerate(text.splitlines(), 1)
    return [
        f"{number}: {mark}"
        for number, line in lines
        for mark in (*HOSTS, *PLACES)
        if re.search(rf"(?<![\w.}}$-]){re.escape(mark)}", line)
    ]


def lock_faults(text: str) -> list[str]:
    """What is wrong with a lock: an address, a package without an exact version or without a hash."""
    out = [line for line in text.splitlines() if "://" in line or line.startswith("--")]
    for entry in re.sub(r"\\\n\s*", " ", text).splitlines():
        said = entry.strip() and not entry.lstrip().startswith("#")
        if said and not (PIN.match(entry) and "--hash=sha256:" in entry):
            out.append(entry.split(" ")[0])
    return out


def absent(requirements: Iterable[str], lock: str) -> list[str]:
    """Requirements that the lock does not pin."""
    pinned = {m["name"].lower() for line in lock.splitlines() if (m := PIN.match(line))}
    names = [re.split(r"[<>=\[; ]", one)[0].lower() for one in requirements]
    return [name for name in names if name not in pinned]


def test_few_entries_in_the_root() -> None:
    entries = {p.parts[0] for p in tracked()}
    assert len(entries) <= ENTRIES, sorted(entries)


def test_no_trace_in_tracked_files() -> None:
    found = {}
    for path in tracked():
        data = (ROOT / path).read_bytes()
        if b"\0" not in data and (marks := traces(data.decode("utf-8", "replace"))):
            found[str(path)] = marks
    assert found == {}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", ".ci/uv.lock"])
def test_locks_hold_hashes_and_no_address(name: str) -> None:
    assert lock_faults((ROOT / name).read_text(encoding="utf-8")) == []


def test_locks_hold_every_requirement() -> None:
    base = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    dev = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    asked = project()["project"]["dependencies"]
    groups = project()["dependency-groups"]
    assert absent([*asked, *groups["build"]], base) == []
    extra = project()["project"]["optional-dependencies"]["ocr"]
    assert absent([*asked, *extra, *groups["build"], *groups["dev"]], dev) == []


def test_both_locks_agree() -> None:
    """A package of the base lock has the same version in the lock for tests."""
    base, dev = (
        {
            line.split(" ")[0]
            for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
            if PIN.match(line)
        }
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert base - dev == set()


def test_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert project()["project"]["license"] == "Apache-2.0"


def test_control_faults_are_named() -> None:
    assert traces(f"see https://{HOSTS[0]}/simple") == [f"1: {HOSTS[0]}"]
    assert traces(f"open {PLACES[1]}x.html") == [f"1: {PLACES[1]}"]
    assert traces("src/work/report") == []
    assert lock_faults("a==1 \\\n    --hash=sha256:00\nb==2\n") == ["b==2"]
    assert lock_faults("--index-url https://example.org\n") != []
    assert absent(["Django>=5,<6", "lxml"], "django==5.2 \\\n    --hash=sha256:00\n") == ["lxml"]
