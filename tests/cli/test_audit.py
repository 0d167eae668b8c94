"""``gongkai audit``: a chain that holds, one that was changed past the triggers, anchors and exports."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.web.operating.demonstration import demonstration


def test_verify_anchor_export(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    done = here.gongkai("audit", "verify")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "审计记录全部相符。")
    assert "至少保存6个月" in done.stdout
    first, second = (here.gongkai("audit", "anchor").stdout for _ in range(2))
    assert first == second
    assert len(first.split()[2]) == 64
    out = tmp_path / "chain.jsonl"
    done = here.gongkai("audit", "export", "--organ", "linxi-sfj", "-o", str(out))
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {one.get("chain", "linxi-sfj") for one in lines} == {"linxi-sfj"}
    assert f"{len(lines) - 2}条" in done.stdout
    assert here.gongkai("audit", "export", "--organ", "linxi-sfj", "-o", str(out)).returncode == 2
    assert here.gongkai("audit", "export", "--organ", "nobody", "-o", str(tmp_path / "x")).returncode == 2
    assert not (tmp_path / "x").exists()


def test_a_change_past_the_triggers_is_found_and_named(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    with sqlite3.connect(here.data / "gongkai.sqlite3") as database:
        for act in ("update", "delete"):
            database.execute(f"DROP TRIGGER audit_auditline_no_{act}")
        database.execute("UPDATE audit_auditline SET actor = 'x' WHERE chain = 'linxi-sfj' AND number = 3")
        database.execute("DELETE FROM audit_auditline WHERE chain = 'zh-sfj' AND number = 2")
    done = here.gongkai("audit", "verify")
    assert done.returncode == 1
    assert "linxi-sfj：第3行" in done.stdout
    assert "zh-sfj：第2行" in done.stdout


def test_nobody_deletes_a_line(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    count = "from gongkai.web.audit.models import AuditLine as L; print(L.objects.count())"
    delete = "from gongkai.web.audit.models import AuditLine as L\ntry:\n    L.objects.all().delete()\nexcept Exception: pass"
    before = here.python(count)
    here.python(delete)
    assert here.python(count) == before > 0
