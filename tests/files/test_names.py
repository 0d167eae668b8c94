"""Names stay what people gave them, without what can cheat (check C21)."""

from __future__ import annotations

import re
import unicodedata
from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.files.names import MOST_BYTES, content_disposition, extension, safe_name

DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('/\\:.\r\n\t\0 \u3000*?"<>|★（）' + DIRECTIONS + "\ud800\ufeff\u200b"),
    ),
    max_size=400,
)


@pytest.mark.parametrize(
    "name",
    [
        "关于2024年政府信息公开工作年度报告的通知.docx",
        "临溪府办〔2024〕3号 关于印发《办法》的通知（附件1）.pdf",
        "公示表 v1.2.xlsx",
        "无扩展名",
        "①名单—第2批_终稿.et",
    ],
)
def test_an_official_name_stays_as_it_is(name: str) -> None:
    assert safe_name(name) == type(safe_name(name))(name, ())


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\通知.docx", "通知.docx"),
        ("通知／附件.pdf", "附件.pdf"),
        ("a/b/..", "b"),
        ("通知\u202efdp.exe", "通知fdp.exe"),
        ("通知\r\nSet-Cookie: a=b.pdf", "通知 Set-Cookie： a=b.pdf"),
        ("通知\0.php.pdf", "通知.php.pdf"),
        ("  通知.pdf. . ", "通知.pdf"),
        ("CON.txt", "_CON.txt"),
        ("com1", "_com1"),
        ("什么?.pdf", "什么？.pdf"),
        ("", "附件"),
        (" . ", "附件"),
        (".pdf", "附件.pdf"),
        ("零\u200b宽.pdf", "零宽.pdf"),
    ],
)
def test_a_bad_name_is_mended_and_told(bad: str, good: str) -> None:
    made = safe_name(bad)
    assert made.text == good
    assert made.notes or bad.strip(" .") == good
    assert all(note.endswith("。") for note in made.notes)


def test_a_long_name_is_cut_between_characters_and_keeps_its_extension() -> None:
    made = safe_name("报" * 200 + ".docx")
    assert made.text == "报" * 83 + ".docx"
    assert len(made.text.encode()) <= MOST_BYTES
    assert made.notes
    assert safe_name("报" * 83 + ".docx").notes == ()


@pytest.mark.parametrize("name", ["通知.pdf.exe", "通知.exe.pdf", "照片.jpg.vbs", "a.php.jpg"])
def test_a_disguise_is_told(name: str) -> None:
    made = safe_name(name)
    assert made.text == name
    assert any("伪装" in note for note in made.notes)


@pytest.mark.parametrize("name", ["通知.v1.pdf", "2024.12.31.docx", "jsp说明.pdf"])
def test_control_dots_alone_are_no_disguise(name: str) -> None:
    assert safe_name(name).notes == ()


@settings(max_examples=1500, deadline=None)
@given(NASTY)
def test_every_name_becomes_one_safe_part(name: str) -> None:
    made = safe_name(name).text
    assert made
    assert len(made.encode("utf-8")) <= MOST_BYTES
    assert not re.search(r'[/\\<>:"|?*]', made)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in made)
    assert not set(made) & set(DIRECTIONS)
    assert made.strip(" .") == made
    assert made not in (".", "..")
    assert safe_name(made).text == made


@settings(max_examples=800, deadline=None)
@given(NASTY, st.booleans())
def test_the_header_is_one_line_of_ascii_and_gives_the_name_back(name: str, inline: bool) -> None:
    value = content_disposition(name, inline)
    assert re.fullmatch(
        r"""(inline|attachment); filename="[A-Za-z0-9._() -]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+""", value
    )
    message = Message()
    message["Content-Disposition"] = value
    assert message.get_filename() is not None
    assert value.startswith("inline" if inline else "attachment")


def test_the_header_carries_both_readings() -> None:
    assert content_disposition("年报 2024.pdf") == (
        "attachment; filename=\"2024.pdf\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%202024.pdf"
    )
    assert 'filename="file.docx"' in content_disposition("通知.docx")


def test_extension() -> None:
    assert extension("通知.PDF") == "pdf"
    assert extension("通知.第三稿") == ""
    assert extension("无") == ""
