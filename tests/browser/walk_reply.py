"""From the proposal to the letter in the citizen's hands: the pages that every ending passes, one function a page or two."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import pypdfium2
from playwright.sync_api import Page, expect

from gongkai.statute.events import Channel
from tests.browser.conftest import go
from tests.browser.walking import (
    Case,
    Walks,
    confirmed,
    filed,
    fill,
    press,
    queried,
    registered,
    today,
    working,
)

REQUEST = "临溪县2025年法律援助经费决算表"
WRITTEN = "已经核对，材料在卷"
"""What a clerk writes for a fact of which the walk says nothing more."""
CHANNEL = "https://fy.example.org"
"""Where reconsideration is asked for on the internet; invented."""
STEPS = ("reviewer", "office_head", "leader")


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which a case ends (``endings.toml`` says what each field is)."""

    row: str
    decision: str
    letter: str
    says: tuple[str, ...]
    way: str
    told: dict[str, str]
    by: str = "internet"
    ago: int = 0
    steps: tuple[Any, ...] = ()
    answers: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    enclosed: str = ""
    paper: bool = False
    withdrawn: bool = False

    def __str__(self) -> str:
        return self.row


@cache
def endings() -> tuple[Ending, ...]:
    """Every ending that is walked, in the order of the form."""
    data = tomllib.loads(Path(__file__).with_name("endings.toml").read_text(encoding="utf-8"))
    return tuple(Ending(**one) for one in data["ending"])


def day_of(text: str) -> str:
    """``@4`` as the day four working days ago (``@0`` is today); anything else as it is."""
    if not re.fullmatch(r"@\d+", text):
        return text
    return (working(int(text[1:])) if text != "@0" else today()).isoformat()


def arrived(walks: Walks, one: Ending) -> Case:
    """The application comes in and counts as received, by the citizen or a clerk."""
    request = f"{REQUEST}（{one.row}）"
    on = working(one.ago) if one.ago else today()
    get_by = "mail" if one.paper else "online"
    channel = Channel(one.by)
    case = (
        filed(walks, request, get_by)
        if channel is Channel.INTERNET
        else registered(walks, channel, on, request, get_by)
    )
    if channel in (Channel.INTERNET, Channel.EMAIL, Channel.FAX, Channel.PLAIN_MAIL):
        confirmed(walks, case, on)
    for words, ago, fields in one.steps:
        acted(walks, case, words, working(ago) if ago else today(), fields)
    if one.withdrawn:
        withdrawn(walks, case)
    return case


def acted(walks: Walks, case: Case, words: str, on: dt.date, fields: dict[str, str]) -> None:
    """One act from the page of the case; what is approved is entered by the head of the office."""
    page = walks.page("office_head" if words.startswith("批准") else "handler")
    page.goto(case.page)
    if words.startswith("批准"):
        page.goto(f"{case.page}approvals/fee-notice/")
    else:
        go(page.get_by_role("link", name=words, exact=True))
    fill(page, on=on.isoformat(), **{name: day_of(text) for name, text in fields.items()})
    go(page.locator("main form button").last)
    expect(page).to_have_url(f"{walks.address}{case.page}")


def withdrawn(walks: Walks, case: Case) -> None:
    """The citizen takes it back."""
    page = queried(walks, case)
    page.locator("summary", has_text="撤回申请").click()
    page.check("[name=sure]")
    press(page, "撤回申请")
    expect(page.locator(".stage")).to_have_text("已经结束")


def proposed(walks: Walks, case: Case, one: Ending, title: str) -> Page:
    """Through the guided questions to the kind of decision, and the facts that it needs."""
    page = walks.page("handler")
    page.goto(case.page)
    go(page.get_by_role("link", name="拟定处理意见"))
    for answer in one.answers:
        page.check(f"#answer-{answer}")
        press(page, "下一步")
    walks.look(page, "kinds")
    press(page, title)
    if one.grounds:
        for ground in one.grounds:
            page.check(f"[name=ground][value='{ground}']")
        press(page, "下一步")
    for box in page.locator("textarea[name^='fact-']").all():
        box.fill(one.facts.get((box.get_attribute("name") or "").removeprefix("fact-"), WRITTEN))
    for box in page.locator("select[name^='fact-']").all():
        box.select_option(one.facts[(box.get_attribute("name") or "").removeprefix("fact-")])
    walks.look(page, "proposal")
    press(page, "拟定")
    expect(page).to_have_url(f"{walks.address}{case.page}")
    return page


def drafted(walks: Walks, case: Case, one: Ending) -> UUID:
    """The letter of an ending, from the case page on."""
    return written(walks, case, one.letter, one.told, one.decision, paper=one.paper)


def written(
    walks: Walks, case: Case, kind: str, told: dict[str, str], decision: str = "", *, paper: bool = False
) -> UUID:
    """A letter drafted from the case page on; what the case knows is not asked again."""
    page = walks.page("handler")
    page.goto(case.page)
    go(page.get_by_role("link", name="起草答复书、告知书"))
    go(page.locator(f'a[href$="/letters/{kind}/"]'))
    typed = {name: day_of(text) for name, text in told.items()}
    if page.locator("select[name=decision]").count():
        typed["decision"] = decision
    if not paper and page.locator("[name=review_channel]").count():
        typed["review_channel"] = CHANNEL
    fill(page, **typed)
    walks.look(page, f"draft-{kind}")
    press(page, "生成")
    expect(page.locator(".paper").first).to_be_visible()
    walks.look(page, f"letter-{kind}")
    return UUID(page.url.rstrip("/").rpartition("/")[2])


def reviewed(walks: Walks, letter: UUID, enclosed: str = "") -> None:
    """Enclosures, three reviewers, the secrecy review: each signs on the page of the review."""
    page = walks.page("handler")
    page.goto(f"/office/replies/{letter}/")
    if enclosed:
        made = {"name": enclosed, "mimeType": "text/plain", "buffer": "法律援助经费 12万元".encode()}
        page.set_input_files("#adding-file", files=[made])  # type: ignore[list-item]
        press(page, "上传")
        page.goto(f"/office/replies/{letter}/")
    press(page, "送审")
    go(page.get_by_role("link", name="查看审核"))
    address = page.url
    for role in STEPS:
        signer = walks.page(role)
        signer.goto(address)
        for box in signer.locator("section[aria-labelledby=sign] input[type=checkbox]").all():
            box.check()
        press(signer, "签署")
    keeper = walks.page("secrecy_reviewer")
    keeper.goto(address)
    keeper.get_by_label("公文类", exact=True).check()
    keeper.get_by_label("可以公开：").check()
    walks.look(keeper, "secrecy")
    press(keeper, "签署保密审查")
    expect(keeper.get_by_text("可以发布")).to_be_visible()


def numbered(walks: Walks, letter: UUID) -> str:
    """The letter gets its number, which the page then shows."""
    page = walks.page("handler")
    page.goto(f"/office/letters/{letter}/")
    page.locator("summary", has_text="编号").click()
    press(page, "编号")
    expect(page.locator("h1")).to_contain_text("临司公开")
    return page.locator("h1").inner_text().rpartition("\u3000")[2].strip()


def downloaded(page: Page, words: str) -> bytes:
    """What a link or a button of the page sends as a file."""
    with page.expect_download() as waiting:
        page.locator("a, main button", has_text=words).first.click()
    return Path(waiting.value.path()).read_bytes()


def sealed_and_sent(walks: Walks, letter: UUID, paper: bool) -> dict[str, bytes]:
    """The files of the numbered letter; sealed (the PDF stands for the scan), and sent by post or as a file."""
    page = walks.page("handler")
    page.goto(f"/office/letters/{letter}/")
    files = {"pdf": downloaded(page, "下载PDF"), "docx": downloaded(page, "下载Word")}
    if not paper:
        page.locator("summary", has_text="上传盖章扫描件").click()
        scan = {"name": "盖章.pdf", "mimeType": "application/pdf", "buffer": files["pdf"]}
        page.set_input_files("[name=scan-file]", files=[scan])  # type: ignore[list-item]
        press(page, "上传")
    page.locator("summary", has_text="登记发出").click()
    page.select_option("[name=dispatch-way]", "paper" if paper else "electronic")
    press(page, "登记")
    walks.look(page, "sent")
    return files


def posted(walks: Walks, letter: UUID) -> None:
    """The post has brought it: delivery with its evidence."""
    page = walks.page("handler")
    page.goto(f"/office/replies/{letter}/")
    page.locator("summary", has_text="登记交寄").click()
    page.select_option("[name=delivery-what]", "received")
    page.select_option("[name=delivery-channel]", "registered_mail")
    page.fill("[name=delivery-tracking]", "XA000000001CN")
    press(page, "登记")
    expect(page.locator("main")).to_contain_text("XA000000001CN")


def text_of(name: str, data: bytes) -> str:
    """All the words of a letter, opened as its reader opens it; without spaces and breaks."""
    if name == "pdf":
        pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(data)]
        return "".join("".join(pages).replace("\x02", "").split())
    file = docx.Document(BytesIO(data))
    found = [one.text for one in (*file.sections[0].first_page_header.paragraphs, *file.paragraphs)]
    found += [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "".join("".join(found).split())
