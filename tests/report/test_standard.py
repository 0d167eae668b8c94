"""Standard phrases are left out, an organ's own words stay."""

from __future__ import annotations

from dataclasses import replace

from gongkai.report.checks.short_form import report_of
from gongkai.report.standard import Standard, clauses, folded, learned, masked, own_names, standard
from gongkai.tables.form import form

OWN = "馆里的老先生把旧契据一张张抄了下来"


def test_standard_sentences_have_no_words_of_their_own() -> None:
    told = standard()
    for sentence in (
        "根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件要求，编制本报告。",
        "统计期限自2024年1月1日起至2024年12月31日止。",
        "无其他需要报告的事项。",
        form("2021").chapters[2].label,
        "2025年1月20日",
    ):
        assert told.own_words(sentence, ("2024年",)) == "", sentence


def test_own_words_stay() -> None:
    assert standard().own_words(OWN + "。") == OWN


def test_the_organs_own_name_and_year_are_left_out() -> None:
    report = report_of({"organ": "青禾县档案馆", "year": 2024})
    assert own_names(report) == ("青禾县档案馆", "2024年")
    assert standard().own_words("2024年青禾县档案馆" + OWN, own_names(report)) == OWN
    assert own_names(report_of({})) == ()


def test_figures_do_not_tell_texts_apart() -> None:
    assert masked("收到12件，办结３件") == masked("收到7件，办结15件")
    assert folded("收到 １２ 件。") == "收到12件"
    assert clauses("（一）收到 1 件，办结1件；其余无。") == ["收到1件", "办结1件", "其余无"]


def many(count: int) -> list[object]:
    return [
        report_of({"organ": f"第{n}馆", "chapters": {"1": {"text": OWN + f"，共{n}页。"}}})
        for n in range(count)
    ]


def test_a_clause_of_many_organs_is_standard() -> None:
    assert learned(many(5)).own_words(OWN) == ""
    assert learned(many(4)).own_words(OWN) == OWN


def test_many_years_of_one_organ_make_nothing_standard() -> None:
    same = [replace(report, organ="一馆") for report in many(9)]
    assert learned(same).own_words(OWN) == OWN


def test_a_clause_of_few_among_very_many_is_not_standard() -> None:
    others = [report_of({"organ": f"他馆{n}"}) for n in range(40)]
    assert learned([*many(5), *others]).own_words(OWN) == OWN


def test_without_phrases_everything_stays() -> None:
    """Control: the data file does the leaving out."""
    assert Standard(()).own_words("无其他需要报告的事项。") != ""
