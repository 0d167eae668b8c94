"""The tasks of the Makefile: listed, explained, and plain about what they need."""

from __future__ import annotations

import re
import subprocess

from tests.house.tree import ROOT


def unexplained(makefile: str) -> list[str]:
    """Tasks declared as such (.PHONY) that lack a ``##`` line saying what they do."""
    declared = " ".join(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)).split()
    return [task for task in declared if not re.search(rf"^{task}:.* ## \S", makefile, re.MULTILINE)]


def test_every_task_is_explained() -> None:
    assert unexplained((ROOT / "Makefile").read_text(encoding="utf-8")) == []


def test_make_alone_lists_the_tasks() -> None:
    out = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    tasks = ("run", "test", "check", "quick", "bench", "fuzz", "measure", "docs")
    assert [task for task in tasks if f"  make {task} " not in out.stdout] == []


def test_the_scripts_can_be_run() -> None:
    for name in ("run", "packages"):
        path = ROOT / ".ci" / name
        assert path.stat().st_mode & 0o111, name
        assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0


def test_control_a_silent_task_is_named() -> None:
    assert unexplained(".PHONY: run test\nrun: x ## says\ntest: y\n") == ["test"]
