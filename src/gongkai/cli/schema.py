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
    short_help="输出数据格式、主题词表、检查规则。",
    help="输出交换格式的 JSON Schema（2020-12）；也可以输出正文数字的主题词表，或者检查规则的清单。",
    options_metavar=OPTIONS,
)
@click.option("--vocabulary", is_flag=True, help="正文数字的主题词表。")
@click.option("--checks", is_flag=True, help="检查规则的清单：编号、严重程度、名称、依据。")
def schema(vocabulary: bool, checks: bool) -> int:
    """Print one JSON document."""
    if vocabulary and checks:
        raise click.UsageError("--vocabulary 和 --checks 一次只能用一个。")
    value: Any = _subjects() if vocabulary else _checks() if checks else _schema()
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    return 0


def _schema() -> dict[str, Any]:
    from gongkai.report.schema import schema as build  # noqa: PLC0415  # so that --help stays quick
    from gongkai.report.statements.subjects import vocabulary  # noqa: PLC0415

    return build({subject.name: subject.label for subject in vocabulary()})


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
