"""The page itself: sample, paste, file, download; nothing of a file is ever markup, nothing stays behind."""

from __future__ import annotations

import os
import re
import tempfile
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings

from gongkai.files.limits import Limits
from gongkai.report.samples.shelf import sample
from gongkai.web.portal.examine import examine
from gongkai.web.portal.uploads import tidy

EVIL = "<script>window.x=1</script><img src=x onerror=alert(1)>\"'><svg onload=alert(2)>{{ 7|add:7 }}{% now 'Y' %}"


class Tags(HTMLParser):
    """Which elements and attributes a page has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.scripts: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "script":
            self.scripts.append(dict(attrs).get("src"))


def assert_harmless(page: str) -> None:
    """No script but our own file, no handler, no inline style, no foreign address."""
    tags = Tags(page)
    assert tags.scripts == ["/static/portal/portal.js"]
    assert {"svg", "iframe", "object", "embed", "style", "base"}.isdisjoint(tags.tags)
    assert tags.tags.count("img") == 1
    for name, value in tags.attributes:
        assert not name.startswith("on")
        assert name != "style"
        if name in {"href", "src", "action"}:
            assert re.match(r"[/#?]", value or ""), value


def text_of(key: str) -> str:
    """A sample's text."""
    return sample(key).data().decode()


def test_a_sample_shows_tables_findings_and_source(browser: Client) -> None:
    page = browser.get("/sample/yunzhou/").content.decode()
    for words in (
        "发现的问题",
        "原文",
        "正文里的数字",
        "第二十条第（一）项",
        "下载数据",
        "本系统为非涉密系统",
    ):
        assert words in page
    assert_harmless(page)


def test_a_pasted_text_is_read(browser: Client) -> None:
    response = browser.post("/check/", {"text": text_of("qinghe")})
    assert response.status_code == 200
    assert "粘贴的文字" in response.content.decode()


def test_a_file_is_read_and_its_name_is_shown(browser: Client) -> None:
    upload = SimpleUploadedFile("年度报告.html", sample("minghu").data())
    response = browser.post("/check/", {"file": upload})
    assert response.status_code == 200
    assert "年度报告.html" in response.content.decode()


def test_nothing_of_a_text_is_markup(browser: Client) -> None:
    text = (
        text_of("yunzhou")
        .replace("条例", EVIL)
        .replace("\t144", "\t144" + EVIL)
        .replace("云州市", "云州市" + EVIL)
    )
    response = browser.post("/check/", {"text": text})
    page = response.content.decode()
    assert response.status_code == 200
    assert "&lt;script&gt;" in page
    assert "{{ 7|add:7 }}" in unescape(page)
    assert_harmless(page)


def test_nothing_of_an_html_file_is_markup(browser: Client) -> None:
    data = text_of("minghu").replace("<h1>", "<h1 onclick=alert(1)>" + EVIL.replace("<", "&lt;")).replace(
        "<p>（一）", "<p><a href='javascript:alert(1)'>点</a><style>*{display:none}</style>（一）"
    ).replace("<title>", "<title>&lt;script&gt;1&lt;/script&gt;")  # fmt: skip
    response = browser.post("/check/", {"file": SimpleUploadedFile("a.html", data.encode())})
    assert response.status_code == 200
    assert_harmless(response.content.decode())


@pytest.mark.parametrize(
    "name", [EVIL + ".html", "../../etc/passwd.html", "a\r\nSet-Cookie: x=1.html", "长" * 500 + ".html"]
)
def test_a_file_name_is_only_a_text(browser: Client, name: str) -> None:
    response = browser.post("/check/", {"file": SimpleUploadedFile(name, sample("minghu").data())})
    assert_harmless(response.content.decode())
    assert not response.cookies
    assert len(tidy(name)) <= 120
    assert "\n" not in tidy(name)


def test_control_the_check_for_markup_can_fail() -> None:
    with pytest.raises(AssertionError):
        assert_harmless("<script src='/static/portal/portal.js'></script><p onclick=x>")


def test_the_download_is_what_the_command_prints(browser: Client) -> None:
    one = sample("liuxi")
    page = browser.get("/sample/liuxi/").content.decode()
    held = dict(re.findall(r'name="(result)" value="([^"]*)"', page))["result"]
    taken = browser.post("/json/", {"result": unescape(held)})
    assert taken.status_code == 200
    assert taken.content.decode() == examine(one.file, one.data(), Limits()).exchange
    direct = browser.post("/check/", {"file": SimpleUploadedFile(one.file, one.data()), "output": "json"})
    assert direct.content == taken.content


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("a.txt", b"", 422),
        ("a.pdf", b"%PDF-1.4 broken", 422),
        ("a.docx", b"PK\x03\x04 broken", 422),
        ("a.bin", bytes(range(256)) * 40, 422),
        ("a.txt", "今天天气很好。".encode(), 422),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_clear_page(
    browser: Client, name: str, data: bytes, status: int
) -> None:
    response = browser.post("/check/", {"file": SimpleUploadedFile(name, data)})
    page = response.content.decode()
    assert response.status_code == status
    assert "可以这样做" in page
    assert not re.search(r"Traceback|Error|Exception", page)


@override_settings(UPLOAD_BYTES=1_000_000)
def test_a_file_above_the_limit_gets_a_clear_page(browser: Client) -> None:
    response = browser.post("/check/", {"file": SimpleUploadedFile("a.pdf", b"x" * 1_300_000)})
    assert response.status_code == 413
    assert "最多接受" in response.content.decode()


def files_below(folder: Path) -> set[str]:
    """Every file below a folder, as far as it may be looked at."""
    return {os.path.join(at, name) for at, _, names in os.walk(folder) for name in names}


def test_nothing_is_written_to_a_disk(
    browser: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    canary = "金丝雀七三一九"
    text = text_of("minghu").replace("明湖市", canary)
    upload = SimpleUploadedFile("a.html", text.encode() + b" " * 3_500_000)
    assert browser.post("/check/", {"file": upload}).status_code == 200
    assert browser.post("/check/", {"text": text}).status_code == 200
    assert files_below(tmp_path) == set()
    assert canary not in caplog.text
