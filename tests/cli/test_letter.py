"""``gongkai letter``: what there is, what it needs, and the letter in every format."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai.cli.letter import FORMATS
from gongkai.cli.main import main
from gongkai.files.sniff import sniff
from gongkai.letters import formats
from gongkai.letters.document import documents
from gongkai.letters.paper import digest
from tests.letters.letter_cases import DAY, case

ON = ("--on", DAY.isoformat())


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A file with the facts of an extension."""
    lines = []
    for key, value in case("D04").facts.items():
        said = value.isoformat() if isinstance(value, dt.date) else value
        lines.append(f'{key} = "{said}"' if isinstance(value, str) else f"{key} = {said}")
    path = tmp_path / "事实.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_every_document_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter"]) == 0
    out = capsys.readouterr().out
    assert all(f"{one.id}　{one.title}" in out for one in documents())


def test_the_facts_of_a_document_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter", "D04"]) == 0
    must, may = capsys.readouterr().out.split("视情况有的事实")
    assert "extension_reason" in must
    assert "延长答复期限的原因：文字，承办人填写" in must
    assert "corrected_on" in may


def test_the_letter_on_the_screen_with_its_hash(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["letter", "D04", "--facts", str(facts), *ON]) == 0
    captured = capsys.readouterr()
    assert "延长20个工作日" in captured.out
    assert digest(case("D04").paper()) in captured.err


@pytest.mark.parametrize("to", FORMATS)
def test_the_letter_as_a_file_that_is_never_overwritten(
    to: str, facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"延期.{to}"
    arguments = ["letter", "D04", "--facts", str(facts), *ON, "-o", str(out)]
    assert main(arguments) == 0
    assert sniff(out.name, out.read_bytes()) == ("txt" if to == "text" else to)
    assert main(arguments) == 2
    assert "文件已经存在" in capsys.readouterr().err


def test_what_is_missing_is_named(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("extension_reason", "#"), encoding="utf-8")
    assert main(["letter", "D04", "--facts", str(facts), *ON]) == 1
    assert "缺少：延长答复期限的原因（承办人填写）" in capsys.readouterr().err


def test_settings_of_the_file_are_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f.toml"
    path.write_text('[settings]\n"nonsense" = 1\n', encoding="utf-8")
    assert main(["letter", "D04", "--facts", str(path), *ON]) == 1
    assert "nonsense" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--facts", "f.toml"], "请写明文书的编号"),
        (["D99"], "没有编号为“D99”的文书"),
        (["D04", "--facts", "nowhere.toml"], "打不开文件"),
        (["D04", "--facts", "FACTS", "--to", "pdf"], "请用 -o 写明文件名"),
        (["D04", "--facts", "FACTS", "-o", "a.odt"], "看不出要存成什么格式"),
        (["D04", "--facts", "FACTS", "-o", "nowhere/a.pdf"], "写不进去"),
    ],
)
def test_wrong_command_lines(
    arguments: list[str], said: str, facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["letter", *(str(facts) if one == "FACTS" else one for one in arguments)]) in (1, 2)
    assert said in capsys.readouterr().err


def test_a_file_that_is_no_toml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "f.toml").write_text("= 1", encoding="utf-8")
    assert main(["letter", "D04", "--facts", str(tmp_path / "f.toml")]) == 2
    assert "不是规范的TOML文本" in capsys.readouterr().err


def test_the_formats_are_those_of_the_letters() -> None:
    assert FORMATS == formats.FORMATS
