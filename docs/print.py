"""Print the pages of this folder that come from the code: ``make docs``.

Each page is one function that gives its text; a house test compares the files with what the functions give,
so a page cannot fall behind. To add a page, add it to ``PAGES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from gongkai.letters.document import documents
from gongkai.letters.language import Condition, Passage, Piece, Slot
from gongkai.letters.vocabulary import fact as letter_fact
from gongkai.report.checks import registry
from gongkai.statute.articles import Coverage, articles, covered
from gongkai.statute.decisions import kinds
from gongkai.statute.facts import fact
from gongkai.statute.parameters import parameter
from gongkai.statute.settings import points
from gongkai.tables.form import EDITIONS, TableForm, form
from gongkai.values.dates import day_words
from gongkai.values.glossary import glossary

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER.parent / "src" / "gongkai"


def note(source: str) -> str:
    """The line under a title that says where the page comes from."""
    return f"<!-- 本页由 make docs 根据 {source} 生成，请勿直接修改。 -->"


def row(*cells: object) -> str:
    """One row of a Markdown table."""
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def glossary_page() -> str:
    """docs/glossary.md: the terms, section by section, then the words that are not used."""
    lines = ["# 词汇", "", note("src/gongkai/values/glossary.toml"), ""]
    lines += ["条号指《中华人民共和国政府信息公开条例》（国务院令第711号）。一个词只有一个标识符。", ""]
    for section in glossary().sections:
        lines += [
            f"## {section.title}",
            "",
            row("中文", "标识符", "条", "说明"),
            row("---", "---", "---", "---"),
        ]
        lines += [row(t.chinese, f"`{t.identifier}`", t.article, t.why) for t in section.terms]
        lines.append("")
    lines += ["## 不用的词", "", row("不用", "改用"), row("---", "---")]
    lines += [row(f"`{word}`", f"`{instead}`") for word, instead in glossary().banned.items()]
    return "\n".join(lines) + "\n"


def _table(table: TableForm) -> list[str]:
    lines = [row("键", "规定的名称", "见于公开报告的其他写法"), row("---", "---", "---")]
    for label in (*table.groups, *table.rows, *table.columns):
        lines.append(row(f"`{label.key}`", label.label, "；".join(label.variants)))
    return lines


def form_page() -> str:
    """docs/form.md: the official form by edition, its rows, columns and equations."""
    lines = ["# 年度报告格式", "", note("src/gongkai/tables/form_*.toml"), ""]
    for edition in EDITIONS:
        one = form(edition)
        lines += [f"## {edition} 版（{one.source}，自 {one.first_year} 年度起）", ""]
        for table in one.tables:
            title = one.chapters[table.chapter - 1].label
            lines += [f"### {title}：{len(list(table.paths()))} 格", "", *_table(table), ""]
            rules = one.equations_of(table.key)
            if rules:
                lines += ["勾稽关系：", "", *(f"- `{rule.id}`：{rule.words}" for rule in rules), ""]
    return "\n".join(lines).rstrip() + "\n"


def law_page() -> str:
    """docs/law.md: the register of articles, the kinds of decision, the doubtful points, the dated values."""
    lines = ["# 法律与程序", "", note("src/gongkai/statute/*.toml 和 parameters/*.toml"), ""]
    lines += [*_register(), *_decisions(), *_points(), "## 法定参数", ""]
    for path in sorted((SOURCE / "statute" / "parameters").glob("*.toml")):
        one = parameter(path.stem)
        lines += [f"### {one.title}（`{one.id}`）", ""]
        lines += [f"最近一次与法规文本核对：{day_words(one.verified_on)}。", ""]
        for value in one.values:
            lines += [f"自{day_words(value.since)}起，依据{value.article}：", ""]
            lines += [
                f"- `{key}`：{_words(content)}" if key else f"- {_words(content)}"
                for key, content in _leaves(value.content)
            ]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


MARKS = {
    "VERIFIED": "已核对原文",
    "VERIFIED-2nd": "见转述",
    "INFERRED": "推断",
    "RECALLED": "凭记忆",
}
"""How firmly a point is known, for the page."""


def _register() -> Iterator[str]:
    """Every article of the Regulation and how far the software covers it."""
    counts = covered()
    yield "## 条例条文登记"
    yield ""
    yield (
        f"《中华人民共和国政府信息公开条例》（国务院令第711号）共 {counts.total()} 条，"
        f"其中 {counts[Coverage.NOT_SOFTWARE]} 条没有可由软件计算的内容；"
        f"其余 {counts.total() - counts[Coverage.NOT_SOFTWARE]} 条中，"
        f"完整 {counts[Coverage.COMPLETE]} 条，部分 {counts[Coverage.PARTLY]} 条。"
    )
    yield ""
    yield row("条", "内容", "程度", "模块", "用例", "说明")
    yield row("---", "---", "---", "---", "---", "---")
    for one in articles():
        modules = "、".join(f"`{module}`" for module in one.modules)
        vectors = "、".join(f"`{vector}`" for vector in one.vectors)
        yield row(one.number, one.gist, one.coverage.words, modules, vectors, one.note)
    yield ""


def _decisions() -> Iterator[str]:
    """Every kind of decision: row, articles, letter, remedy, facts."""
    table = form("2021").table("applications")
    ways = {
        "either": "复议或者诉讼",
        "reconsideration_first": "复议前置",
        "by_ground": "按依据",
        "none": "无",
    }
    yield "## 处理决定"
    yield ""
    yield "每一种决定恰好归入年度报告的一行。“所需事实”在案之后才可以作出该决定。"
    yield ""
    yield row("键", "决定", "归入", "依据", "文书", "救济", "所需事实", "核实程度")
    yield row(*["---"] * 8)
    for kind in kinds():
        needs = "；".join("或者".join(fact(name).name for name in names) for names in kind.needs)
        cells = (kind.title, table.row(kind.row).label, "；".join(kind.articles), kind.letter)
        yield row(f"`{kind.key}`", *cells, ways[kind.remedy.value], needs, MARKS[kind.mark])
    yield ""


def _points() -> Iterator[str]:
    """The doubtful points, each with the reading taken."""
    yield "## 有疑义之处（设置）"
    yield ""
    yield row("编号", "设置", "问题", "默认值", "核实程度", "说明")
    yield row(*["---"] * 6)
    for one in points():
        value = str(one.default).lower() if isinstance(one.default, bool) else one.default
        words = f"{one.explanation}不能改变：{one.fixed}" if one.fixed else one.explanation
        yield row(one.id, f"`{one.name}`", one.title, value, MARKS[one.mark], words)
    yield ""


def _leaves(content: Mapping[str, object], path: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """The innermost tables of a value, each with its dotted name."""
    inner = {key: part for key, part in content.items() if isinstance(part, Mapping) and key != "beyond"}
    for key, part in inner.items():
        yield from _leaves(part, f"{path}.{key}" if path else key)
    if not inner:
        yield path, content


def _words(content: Mapping[str, object]) -> str:
    """Keys and values as TOML writes them, then the reason, where one is given."""
    said = [f"{key} = {_value(value)}" for key, value in content.items() if key != "why"]
    return "，".join(said) + "。" + str(content.get("why", ""))


LONG = 8
"""A list of more values than this is told by its length."""


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        if len(value) > LONG:
            return f"[共 {len(value)} 项]"
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def letters_page() -> str:
    """docs/letters.md: every letter and form: use, articles, facts, wording."""
    lines = ["# 文书清单", "", note("src/gongkai/letters/"), ""]
    lines += [row("编号", "文书", "用于", "依据", "送交", "救济告知", "送达回证"), row(*["---"] * 7)]
    told = {"none": "", "decision": "按决定", "third_party": "按第三方"}
    for one in documents():
        cells = (one.title, one.used, "；".join(one.articles), one.to.words, told[one.remedies.value])
        lines.append(row(one.id, *cells, "要" if one.proof else ""))
    lines += ["", "以下逐一列出所需的事实和文字。“必有”的每次都要有，“视情况”的在相应情形下才要；程序计算的"]
    lines += ["（期限天数、费用、救济、称呼）不列。〔〕中是填入的事实，【】中的文字在所注的情形下才有。", ""]
    for one in documents():
        found = one.facts()
        lines += [f"## {one.id} {one.title}", ""]
        for words, must in (("必有", True), ("视情况", False)):
            if must in found.values():
                names = "；".join(_fact_words(key) for key, always in found.items() if always is must)
                lines += [f"{words}：{names}。", ""]
        for passage in (*one.body.paragraphs, *one.body.after):
            lines += [f"> {_wording(passage)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def _fact_words(key: str) -> str:
    known = letter_fact(key)
    return f"{known.name}（`{key}`，{known.source.words}）"


def _wording(passage: Passage) -> str:
    """A passage with the names of its facts, and what hangs on a condition in brackets."""
    said = "".join(_when(piece.when, _piece(piece, passage.each)) for piece in passage.pieces)
    each = f"（逐项：{letter_fact(passage.each).name}）" if passage.each else ""
    return _when(passage.when, each + said)


def _piece(piece: Piece, each: str) -> str:
    return "".join(part if isinstance(part, str) else f"〔{_slot(part, each)}〕" for part in piece.parts)


def _slot(slot: Slot, each: str) -> str:
    if slot.key == "n":
        return "序号"
    if slot.key != "item":
        return letter_fact(slot.key).name
    known = letter_fact(each)
    return known.columns[slot.column].name if slot.column else known.name


def _when(conditions: tuple[Condition, ...], said: str) -> str:
    for one in reversed(conditions):
        known = letter_fact(one.fact)
        among = "、".join(known.choices[key] for key in one.among)
        there, absent = (f"为{among}", f"不为{among}") if among else ("已有", "没有")
        state = absent if one.negated else there
        said = f"【{known.name}{state}：{said}】"
    return said


def checks_page() -> str:
    """docs/checks.md: every check with code, severity, what it asks and its clause."""
    return registry.page()


PAGES: dict[str, Callable[[], str]] = {
    "glossary.md": glossary_page,
    "form.md": form_page,
    "law.md": law_page,
    "checks.md": checks_page,
    "letters.md": letters_page,
}


def main() -> None:
    """Write every page and say which."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
