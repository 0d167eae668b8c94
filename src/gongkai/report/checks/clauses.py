"""The norms that the checks rest on, as a reader of findings sees them; one place, so that every rule
cites alike.

The numbers of the two forms come from the forms themselves (:mod:`gongkai.tables.form`).
"""

from __future__ import annotations

from gongkai.report.document import AnnualReport
from gongkai.tables.form import form

REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
CONTENT = f"{REGULATION}第五十条"
DEADLINE = f"{REGULATION}第四十九条"
FEE = f"《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；{REGULATION}第四十二条"
FORM_2021 = f"《中华人民共和国政府信息公开工作年度报告格式》（{form('2021').source}）"
FORM_2019 = f"政府信息公开工作年度报告格式（试行）（{form('2019').source}）"
PRACTICE = "通行写法和核对经验，格式没有明文规定"
NUMBERING = "《党政机关公文格式》（GB/T 9704—2012）关于结构层次序数的规定"
SUMMING = "汇总关系：本级报告包括下级各机关的数字；格式没有明文规定"
STOCK = f"{FORM_2021}主动公开情况表各栏的含义；格式没有印出这一勾稽关系"
READING = "读取说明：不涉及机关填报是否正确"


def form_clause(report: AnnualReport) -> str:
    """The norm of the edition that this report was read by."""
    return FORM_2021 if report.edition == "2021" else FORM_2019
