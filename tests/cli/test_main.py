"""The command as a process: encoding, colour, encumbered outputs, what is not imported."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai import __version__
from gongkai.cli.main import USAGE_ERROR, main
from tests.cli.files import ROOT, command, objects, report_html

HEAVY = (
    "django",
    "rich",
    "granian",
    "lxml",
    "selectolax",
    "pypdfium2",
    "openpyxl",
    "rapidfuzz",
    "multiprocessing",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with a name that is not ASCII."""
    path = tmp_path / "年报.html"
    path.write_text(report_html(total=3), encoding="utf-8")
    return path


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"gongkai {__version__}\n"


def test_without_a_command_the_help_page_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "命令：" in capsys.readouterr().out


def test_a_usage_error_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == USAGE_ERROR
    assert capsys.readouterr().err == "gongkai：还缺少参数“文件…”。用“gongkai check --help”查看用法。\n"


def test_a_file_of_dispositions_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.html", "--dispositions", "none.toml"]) == USAGE_ERROR
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "gbk"},
    ],
)
def test_output_is_utf8_in_every_locale(report: Path, locale: dict[str, str]) -> None:
    machine = command("check", report, "--json", environment=locale)
    assert objects(machine)[0]["source"]["file"] == str(report)
    assert objects(machine)[0]["organ"] == "临溪市司法局"
    person = command("check", report, environment=locale)
    assert "临溪市司法局" in person.stdout.decode("utf-8")


def test_a_name_that_is_no_text_comes_out_as_an_escape(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.html"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(report_html())
    result = command("read", os.fsdecode(path), "--json")
    assert b"/\\udcff.html" in result.stdout
    assert objects(result)[0]["source"]["file"].endswith("/\udcff.html")


def on_a_terminal(*arguments: str) -> bytes:
    """What the command writes when standard output is a terminal."""
    ours, theirs = pty.openpty()
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"}
    settings.pop("NO_COLOR", None)
    line = [sys.executable, "-m", "gongkai", *arguments]
    with subprocess.Popen(line, stdout=theirs, stderr=subprocess.DEVNULL, env=settings) as process:
        os.close(theirs)
        out = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux tells that the other side has gone
                break
            if not piece:
                break
            out += piece
        process.wait(timeout=60)
    os.close(ours)
    return out


def test_json_is_never_coloured_and_the_page_is_on_a_terminal(report: Path) -> None:
    assert b"\x1b" not in on_a_terminal("check", str(report), "--json")
    assert b"\x1b[" in on_a_terminal("check", str(report))
    assert b"\x1b" not in command("check", report).stdout


def test_a_reader_that_goes_away_is_no_traceback(report: Path) -> None:
    line = f"{sys.executable} -m gongkai check {' '.join([str(report)] * 8)} --full | head -c 10"
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run(line, shell=True, capture_output=True, env=settings, timeout=60, check=False)
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr


def loaded_by(arguments: list[str]) -> set[str]:
    """The modules of HEAVY that a run of the command imports into its own process."""
    code = (
        "import sys\nfrom gongkai.cli.main import main\n"
        f"main({arguments!r})\n"
        f"print(*[m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    line = [sys.executable, "-c", code]
    result = subprocess.run(line, capture_output=True, env=settings, timeout=60, check=True)
    return set(result.stderr.decode().split())


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by(["check", "--help"]) == set()


def test_json_needs_no_rich_and_nothing_needs_django(report: Path) -> None:
    assert loaded_by(["check", str(report), "--json"]) & {"rich", "django", "granian", "openpyxl"} == set()
