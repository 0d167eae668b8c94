"""``gongkai demo`` builds once, prints logins that work, and takes no office's data for its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.cli.files import ROOT
from tests.cli.test_serve import PATIENCE, Served, answer, free_port
from tests.web.outside import Installation, installed

pytestmark = pytest.mark.slow  # whole processes


def demonstrated(folder: Path, login: str) -> str:
    """Start the demonstration, sign in as somebody, and give his start page."""
    port = free_port()
    line = [sys.executable, "-m", "gongkai", "demo", "--folder", str(folder), "--port", str(port)]
    with subprocess.Popen(
        line, env=Installation(folder).environment, cwd=ROOT, text=True,
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        served = Served(process)
        try:
            served.started("网页")
            password = re.search(r"口令都是 (\S+) ", "".join(served.said))
            assert password
            assert re.search(rf"^  {login} ", "".join(served.said), re.MULTILINE)
            address = f"http://127.0.0.1:{port}/office/sign-in/"
            answer(address)
            opener = build_opener(HTTPCookieProcessor(CookieJar()))
            form = opener.open(address, timeout=60).read().decode()
            token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
            assert token
            fields = {"csrfmiddlewaretoken": token[1], "login": login, "password": password[1]}
            page: str = opener.open(address, urlencode(fields).encode(), timeout=60).read().decode()
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)
    return page


def test_built_once_and_a_new_password_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    assert "赵示例" in demonstrated(folder, "handler")
    count = "from gongkai.web.people.models import Person as P; print(P.objects.count())"
    people = Installation(folder).python(count)
    begun = time.monotonic()
    assert "演示承办员" in demonstrated(folder, "zh-sfj.handler")
    assert begun > 0
    assert Installation(folder).python(count) == people


def test_an_offices_data_are_not_touched(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    here.python(
        "from gongkai.web.organs.actions.found import found; from django.utils import timezone as t;"
        "found(t.now(), t.localdate(), code='aa-sfj', name='示例局', kind='justice', level='county')"
    )
    done = here.gongkai("demo", "--folder", str(here.data), "--port", str(free_port()))
    assert (done.returncode, "正式数据" in done.stderr) == (2, True)
    assert here.python("from gongkai.web.people.models import Person as P; print(P.objects.count())") == 0
