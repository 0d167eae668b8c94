"""The list: what stands where, nothing of a person, nothing of another organ."""

from __future__ import annotations

from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.views.lists import address
from tests.web.letters.bureau import DAY, NOW, drafted
from tests.web.offices import Office

LIST = "/office/letters/"


def shown(office: Office, query: str = "", role: str = "handler") -> str:
    return office.client(role).get(LIST + query).content.decode()


def test_numbers_standings_and_links(bureau: Office, other_office: Office) -> None:
    head = bureau.actor("office_head")
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    two = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    void(head, two, "文种用错", seen=2, now=NOW)
    drafted(bureau, "D04")
    page = shown(bureau)
    assert "临司公开答〔2026〕1号" in page
    assert f'href="{address(one)}"' in page
    assert "申请2026-0031" in page
    assert "（未编号）" in page
    assert "周试一" not in page
    assert "共3条" in page
    gone = shown(bureau, "?standing=void")
    assert "共1条" in gone
    assert "临司公开答〔2026〕2号" in gone
    assert "共1条" in shown(bureau, "?kind=D04")
    assert "共1条" in shown(bureau, "?q=2026〕1号")
    assert "还没有文书" in shown(other_office)


def test_the_export_holds_numbers_alone(bureau: Office) -> None:
    drafted(bureau)
    table = bureau.client("handler").get(LIST + "?export=csv").content.decode("utf-8-sig")
    assert "D13 政府信息公开申请答复书" in table
    assert "周试" not in table


def test_doors_by_rights(bureau: Office) -> None:
    assert "发文字号格式" in shown(bureau, role="office_head")
    assert "发文字号格式" not in shown(bureau)
    assert 'href="/office/letters/trial/"' in shown(bureau)
    assert 'href="/office/letters/trial/"' not in shown(bureau, role="reviewer")
