"""Print the pages of this folder that come from the code: ``make docs``.

Each page is one function that gives its text; a house test compares the files with what the functions give,
so a page cannot fall behind. To add a page, add it to ``PAGES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from gongkai.report.checks import registry
from gongkai.statute.parameters import parameter
from gongkai.tables.form import EDITIONS, TableForm, form
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
    """docs/law.md: the dated values, each with the day from which it holds and its article."""
    lines = ["# 法定参数", "", note("src/gongkai/statute/parameters/*.toml"), ""]
    for path in sorted((SOURCE / "statute" / "parameters").glob("*.toml")):
        one = parameter(path.stem)
        lines += [f"## {one.title}（`{one.id}`）", "", f"最近一次与法规文本核对：{one.verified_on}。", ""]
        for value in one.values:
            lines += [f"自 {value.since} 起，依据{value.article}：", ""]
            lines += [f"- `{key}`：{_words(content)}" for key, content in _leaves(value.content)]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _leaves(content: Mapping[str, object], path: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """The innermost tables of a value, each with its dotted name."""
    inner = {key: part for key, part in content.items() if isinstance(part, Mapping)}
    for key, part in inner.items():
        yield from _leaves(part, f"{path}.{key}" if path else key)
    if not inner:
        yield path, content


def _words(content: Mapping[str, object]) -> str:
    """Keys and values as TOML writes them, then the reason, where one is given."""
    said = [f"{key} = {str(value).lower()}" for key, value in content.items() if key != "why"]
    return "，".join(said) + "。" + str(content.get("why", ""))


def checks_page() -> str:
    """docs/checks.md: every check with code, severity, what it asks and its clause."""
    return registry.page()


PAGES: dict[str, Callable[[], str]] = {
    "glossary.md": glossary_page,
    "form.md": form_page,
    "law.md": law_page,
    "checks.md": checks_page,
}


def main() -> None:
    """Write every page and say which."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
