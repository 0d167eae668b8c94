"""Today is an argument: outside web and cli nothing reads a clock, and the stamps on the law are honest."""

from __future__ import annotations

import ast
import datetime as dt
import tomllib

from tests.house.tree import SRC, core, source

CLOCKS = {
    "today", "now", "utcnow", "localtime", "gmtime", "strftime", "ctime", "localdate", "time", "time_ns",
}  # fmt: skip
MODULES = {"time", "datetime", "date", "dt", "timezone"}


def clock_readings(code: str) -> list[str]:
    """Calls such as ``date.today()`` or ``time.time()``, and ``from time import time``, with their lines."""
    out = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            # date.strftime and datetime.time() of a given day read no clock; those of the module time do.
            harmless = node.func.attr in ("strftime", "time", "ctime") and name != "time"
            if node.func.attr in CLOCKS and name in MODULES and not harmless:
                out.append(f"{node.lineno}: {name}.{node.func.attr}()")
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            out += [f"{node.lineno}: from time import {a.name}" for a in node.names if a.name in CLOCKS]
    return out


def test_the_core_reads_no_clock() -> None:
    found = {str(m): clock_readings(source(m)) for m in core()}
    assert {m: lines for m, lines in found.items() if lines} == {}


def test_no_stamp_lies_in_the_future() -> None:
    """The day a statutory value was last read against the law has passed."""
    stamps = {}
    for path in SRC.rglob("parameters/*.toml"):
        stamps[path.name] = tomllib.loads(path.read_text(encoding="utf-8"))["verified"]["on"]
    assert stamps
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
    assert {name: on for name, on in stamps.items() if on > tomorrow} == {}


def test_control_a_clock_is_named() -> None:
    code = "import datetime as dt, time\nx = dt.date.today()\ny = time.time()\nz = dt.datetime.now(dt.UTC)\n"
    assert len(clock_readings(code)) == 3
    assert clock_readings("from time import time\n") == ["1: from time import time"]
    assert clock_readings("import time\nx = time.monotonic()\ny = day.strftime('%Y')\n") == []
