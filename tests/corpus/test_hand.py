"""The hand's side of the talk."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from pathlib import Path

from gongkai.corpus.hand import serve
from gongkai.corpus.store import Store
from gongkai.files.limits import Limits


def test_progress_and_end_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    Store(tmp_path / "out").plan([])
    task = {
        "store": str(tmp_path / "out"), "name": "4" * 32, "folder": str(tmp_path), "files": ["a.html"],
        "limits": asdict(Limits()), "lost": {},
    }  # fmt: skip
    nowhere = {**task, "store": str(tmp_path / "a.html")}
    answers = io.StringIO()
    serve(io.StringIO(f"{json.dumps(task)}\n{json.dumps(nowhere)}\n"), answers)
    lines = answers.getvalue().splitlines()
    assert lines[:2] == ["at 0", "done"]
    assert lines[2].startswith("failed ")
