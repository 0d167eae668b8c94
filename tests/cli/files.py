"""Small reports and the command as a process, for the tests of the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from gongkai.tables.form import form

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = 7


def applications_rows(new: list[int], disclosed: list[int], forward: list[int]) -> list[list[str]]:
    """The table of applications: all rows of the form, three of them with the numbers given."""
    given = {
        "newly_received": new,
        "disclosed": disclosed,
        "total_outcomes": disclosed,
        "carried_forward": forward,
    }
    rows = form("2021").table("applications").rows
    return [[row.label, *map(str, given.get(row.key, [0] * COLUMNS))] for row in rows]


def report_html(
    year: int = 2024, new: int = 2, total: int | None = None, organ: str = "临溪市司法局", forward: int = 0
) -> str:
    """A whole report of an invented bureau; ``total`` other than ``new`` prints a wrong total of new
    applications.
    """
    numbers = [new, 0, 0, 0, 0, 0, new if total is None else total]
    carried = [forward, 0, 0, 0, 0, 0, forward]
    plain = [new - forward, 0, 0, 0, 0, 0, new - forward]
    official = form("2021")
    titles = [chapter.label for chapter in official.chapters]
    head = "".join(f"<td>{c.label}</td>" for c in official.table("applications").columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in applications_rows(numbers, plain, carried)
    )
    return (
        f"<html><head><meta charset='utf-8'></head><body><h1>{organ}{year}年政府信息公开工作年度报告</h1>"
        f"<p>{titles[0]}</p><p>本年度收到政府信息公开申请{new}件，均已办结。</p>"
        f"<p>{titles[1]}</p>{proactive_html()}<p>{titles[2]}</p>"
        f"<table><tr><td>申请人情况</td>{head}</tr>{body}</table>"
        f"<p>{titles[3]}</p>{remedies_html()}<p>{titles[4]}</p><p>存在公开不够及时的问题，已经改进。</p>"
        f"<p>{titles[5]}</p><p>无收费情况。</p><p>{organ}</p><p>{year + 1}年1月20日</p></body></html>"
    )


def proactive_html() -> str:
    """The table of proactive disclosure, all zero."""
    official = form("2021").table("proactive")
    out = []
    for block in official.blocks:
        out.append(f"<tr><td colspan='4'>{block.heading}</td></tr><tr><td>信息内容</td>")
        out += [f"<td>{official.column(key).label}</td>" for key in block.columns]
        out.append("</tr>")
        for row in block.rows:
            cells = "".join("<td>0</td>" for _ in block.columns)
            out.append(f"<tr><td>{official.row(row).label}</td>{cells}</tr>")
    return f"<table>{''.join(out)}</table>"


def remedies_html() -> str:
    """The table of reconsideration and litigation as the form prints it, all zero."""
    official = form("2021").table("remedies")
    heads = "".join(f"<td>{column.label}</td>" for column in official.columns) * 3
    return (
        "<table><tr><td colspan='5' rowspan='2'>行政复议</td><td colspan='10'>行政诉讼</td></tr>"
        "<tr><td colspan='5'>未经复议直接起诉</td><td colspan='5'>复议后起诉</td></tr>"
        f"<tr>{heads}</tr><tr>{'<td>0</td>' * 15}</tr></table>"
    )


def command(
    *arguments: str | Path, data: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """``gongkai`` with these arguments as a process of its own."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **(environment or {})}
    line = [sys.executable, "-m", "gongkai", *map(str, arguments)]
    return subprocess.run(line, input=data, capture_output=True, env=settings, timeout=120, check=False)


def objects(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """The lines of JSON that a command printed."""
    return [json.loads(line) for line in result.stdout.decode().split("\n") if line]
