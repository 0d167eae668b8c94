"""Several files through the page: the answer carries them, every question is answered, nothing stays behind."""

from __future__ import annotations

import io
import json
import re
import tempfile
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import override_settings

from tests.cli.files import report_html
from tests.web.portal.test_views import EVIL, Tags, files_below

BROKEN = ("坏.pdf", b"%PDF-1.4 broken")


def years(*wanted: int, organ: str = "临溪市司法局") -> list[tuple[str, bytes]]:
    """Reports of one invented bureau."""
    return [
        (f"{organ}{year}.html", report_html(year, new=year - 2018, organ=organ).encode()) for year in wanted
    ]


def posted(browser: Client, *files: tuple[str, bytes], **fields: str) -> HttpResponseBase:
    """The answer for these files."""
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    return browser.post("/check/", {"file": uploads, **fields})


def held(response: HttpResponseBase) -> str:
    """The lines that a page carries."""
    return unescape(re.findall(r'name="result" value="([^"]*)"', response.content.decode())[0])  # type: ignore[attr-defined]


def text(response: HttpResponseBase) -> str:
    """A page as text."""
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]


def body(response: HttpResponseBase) -> bytes:
    """The bytes of a download."""
    return b"".join(response)  # type: ignore[call-overload,no-any-return]


def test_two_years_are_laid_beside_each_other_with_charts(browser: Client) -> None:
    page = text(posted(browser, *years(2023, 2024)))
    for words in ("2023年与2024年对照", "数字的变化", "正文对照", "图中各项的数字", "2 份报告的体检结果"):
        assert words in page
    assert page.count("<svg") >= 2


def test_organs_of_one_year_are_added_up(browser: Client) -> None:
    page = text(posted(browser, *years(2024), *years(2024, organ="临溪市财政局")))
    assert "2024年下级报告汇总" in page
    assert "2024年 2 份报告并列" in page


def test_a_file_that_cannot_be_read_costs_no_other(browser: Client) -> None:
    response = posted(browser, *years(2023), BROKEN, *years(2024))
    assert response.status_code == 200
    assert "1 个文件没有读出" in text(response)
    assert "2023年与2024年对照" in text(response)


def test_none_that_can_be_read_is_422_and_named(browser: Client) -> None:
    response = posted(browser, BROKEN, ("空.txt", b""))
    assert response.status_code == 422
    assert "2 个文件没有读出" in text(response)


def test_the_lines_are_those_of_the_command(browser: Client) -> None:
    response = posted(browser, *years(2023), BROKEN, output="json")
    objects = [json.loads(line) for line in text(response).split("\n") if line]
    assert [("error" in one) for one in objects] == [False, True]


def test_the_archive_holds_everything(browser: Client) -> None:
    page = posted(browser, *years(2023, 2024), BROKEN)
    response = browser.post("/archive/", {"result": held(page)})
    assert "年报体检结果.zip" in unquote(response.headers["Content-Disposition"])
    names = zipfile.ZipFile(io.BytesIO(body(response))).namelist()
    assert len([name for name in names if name.endswith("年度报告.pdf")]) == 2
    assert [name for name in names if name.startswith("年度对照-")]


def test_a_single_report_can_be_kept_in_every_format(browser: Client) -> None:
    page = posted(browser, *years(2024))
    for to in ("html", "pdf", "docx", "xlsx", "json", "csv"):
        response = browser.post("/convert/", {"result": held(page), "one": f"report-0.{to}"})
        assert response.headers["Content-Disposition"].startswith("attachment;")
        assert len(body(response)) > 1_000
    assert f"report-0.{to}" in text(page)


def test_choices_are_kept_and_answered(browser: Client) -> None:
    page = posted(browser, *years(2022, 2023, 2024))
    chosen = {"result": held(page), "first": "0", "second": "2", "view": "compare", "expected": "甲局\n乙局"}
    answer = text(browser.post("/together/", chosen))
    assert "2022年与2024年对照" in answer
    assert "2023年与2024年对照" not in answer
    assert "甲局\n乙局" in unescape(answer)
    assert browser.get("/together/").headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/together/", "/archive/", "/convert/", "/json/"])
@pytest.mark.parametrize(
    "block", ["", "x", "[]", '{"schema": "gongkai/report/1", "source": {}, "tables": {}, "findings": []}']
)
def test_other_lines_get_a_clear_page(browser: Client, path: str, block: str) -> None:
    response = browser.post(path, {"result": block, "one": "report-0.pdf"})
    assert response.status_code == (200 if path == "/json/" and block.startswith("{") else 422)
    assert not re.search(r"Traceback|Error|Exception", text(response))


@override_settings(BATCH_SECONDS=0)
def test_too_little_time_is_told(browser: Client) -> None:
    page = browser.post("/check/", {"file": SimpleUploadedFile(*years(2024)[0])})
    response = browser.post("/archive/", {"result": held(page)})
    assert response.status_code == 422
    assert "整理这些报告超过 0 秒" in text(response)


@override_settings(UPLOAD_TOTAL_BYTES=1_000_000)
@pytest.mark.parametrize("path", ["/check/", "/together/", "/archive/", "/convert/", "/json/"])
def test_too_much_is_refused_before_it_is_parsed(browser: Client, path: str) -> None:
    upload = SimpleUploadedFile("a.pdf", b"x" * 1_300_000)
    response = browser.post(path, {"file": upload, "result": "x"})
    assert response.status_code == 413
    assert "合计超过" in text(response)


def test_nothing_of_a_report_is_markup(browser: Client) -> None:
    files = [
        (name, data.decode().replace("已经改进", EVIL.replace("<", "&lt;")).encode())
        for name, data in years(2023, 2024)
    ]
    names = [(f"{EVIL}{n}.html", data) for n, (_, data) in enumerate(files)]
    page = text(posted(browser, *names, BROKEN))
    tags = Tags(page)
    assert tags.scripts == ["/static/portal/portal.js"]
    assert {"iframe", "object", "embed", "style", "base", "image", "foreignobject"}.isdisjoint(tags.tags)
    assert not [name for name, _ in tags.attributes if name.startswith("on") or name == "style"]
    assert "{{ 7|add:7 }}" in unescape(page)


def test_ids_on_the_page_are_each_one(browser: Client) -> None:
    page = text(posted(browser, *years(2022, 2023, 2024), *years(2024, organ="临溪市财政局")))
    ids = [value for name, value in Tags(page).attributes if name == "id"]
    assert sorted(set(ids)) == sorted(ids)
    for target in re.findall(r'href="#([^"]+)"', page):
        assert target in ids or target == "main"


def test_no_address_asks_for_a_token_or_gives_a_cookie() -> None:
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    page = posted(strict, *years(2023, 2024))
    assert page.status_code == 200
    for path in ("/together/", "/archive/", "/convert/", "/json/"):
        response = strict.post(path, {"result": held(page), "one": "report-0.csv"})
        assert response.status_code == 200
        assert not response.cookies
    elsewhere = strict.post("/check/", {"text": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403


def test_nothing_stays_behind(
    browser: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    canary = "金丝雀七三一九局"
    page = posted(browser, *years(2023, 2024, organ=canary), (f"{canary}.pdf", b"%PDF-1.4 broken"))
    body(browser.post("/archive/", {"result": held(page)}))
    assert files_below(tmp_path) == set()
    assert canary not in caplog.text
    assert not page.cookies  # type: ignore[attr-defined]
