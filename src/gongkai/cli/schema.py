"""``gongkai schema``: the JSON Schema of what is printed, the vocabulary of statements, the list of
checks.
"""

from __future__ import annotations

import json
from typing import Any

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand


@click.command(
    "schema",
    cls=ChineseCommand,
    short_help="输出数据格式、主题词表、处理决定、检查规则。",
    help="输出交换格式的 JSON Schema（2020-12）；"
    "也可以输出正文数字的主题词表、处理决定的清单，或者检查规则的清单。",
    options_metavar=OPTIONS,
)
@click.option("--vocabulary", is_flag=True, help="正文数字的主题词表。")
@click.option("--decisions", is_flag=True, help="处理决定的清单：键、所在的行、依据、文书、救济、所需事实。")
@click.option("--checks", is_flag=True, help="检查规则的清单：编号、严重程度、名称、依据。")
def schema(vocabulary: bool, decisions: bool, checks: bool) -> int:
    """Print one JSON document."""
    if vocabulary + decisions + checks > 1:
        raise click.UsageError("--vocabulary、--decisions 和 --checks 一次只能用一个。")
    value: Any
    if vocabulary:
        value = _subjects()
    elif decisions:
        value = _decisions()
    else:
        value = _checks() if checks else _schema()
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    return 0


def _schema() -> dict[str, Any]:
    from gongkai.report.schema import schema as build  # noqa: PLC0415  # so that --help stays quick
    from gongkai.report.statements.subjects import vocabulary  # noqa: PLC0415

    built = build({subject.name: subject.label for subject in vocabulary()})
    kinds = [{"const": one["kind"], "title": one["title"]} for one in _decisions()]
    built["$defs"]["decision_kind"] = {"oneOf": kinds}
    return built


def _decisions() -> list[dict[str, Any]]:
    from gongkai.statute.decisions import kinds  # noqa: PLC0415
    from gongkai.statute.facts import fact  # noqa: PLC0415

    return [
        {
            "kind": kind.key,
            "row": kind.row,
            "code": kind.code,
            "title": kind.title,
            "articles": list(kind.articles),
            "letter": kind.letter,
            "remedy": kind.remedy.value,
            "required_facts": [[{"fact": f, "name": fact(f).name} for f in names] for names in kind.needs],
            "mark": kind.mark,
        }
        for kind in kinds()
    ]


def _subjects() -> list[dict[str, Any]]:
    from gongkai.report.statements.subjects import vocabulary  # noqa: PLC0415

    return [
        {
            "subject": subject.name,
            "label": subject.label,
            "about_disclosure": subject.about_disclosure,
        }
        for subject in vocabulary()
    ]


def _checks() -> list[dict[str, Any]]:
    from gongkai.report.checks.registry import MODULES  # noqa: PLC0415

    return [
        {
            "code": module.CHECK.code,
            "severity": module.CHECK.severity.value,
            "title": module.CHECK.title,
            "clause": module.CHECK.clause,
            "reads": list(module.CHECK.reads),
        }
        for module in MODULES
    ]
