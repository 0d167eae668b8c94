"""``gongkai found`` sets up an organ and prints first passwords once."""

from __future__ import annotations

import re
from pathlib import Path

from tests.web.outside import installed

LINE = (
    "found", "--code", "aa-sfj", "--name", "示例局", "--kind", "justice", "--region", "640104",
    "--system", "xt", "赵示例", "--security", "aq", "钱示例",
)  # fmt: skip


def test_an_organ_with_two_administrators(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    done = here.gongkai(*LINE)
    assert done.returncode == 0, done.stderr
    passwords = dict(re.findall(r"^  (\w+)　(\S+)$", done.stdout, re.MULTILINE))
    assert set(passwords) == {"xt", "aq"}
    check = "import json; from gongkai.web.people.models import Person as P\n"
    check += (
        f"print(json.dumps([P.objects.to_sign_in(a).check_password(b) for a, b in {passwords!r}.items()]))"
    )
    assert here.python(check) == [True, True]
    again = here.gongkai(*LINE)
    assert (again.returncode, "Traceback" in again.stderr) == (2, False)


def test_the_three_administrators_are_three_people(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    done = here.gongkai(*LINE, "--audit", "xt", "赵示例")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert here.python("from gongkai.web.organs.models import Organ as O; print(O.objects.count())") == 0
