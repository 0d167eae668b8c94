"""``gongkai schema``: what other programs build on."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from gongkai.cli.main import main
from gongkai.report.checks.registry import MODULES
from gongkai.report.statements.subjects import vocabulary
from gongkai.statute.decisions import kinds
from gongkai.tables.form import form
from gongkai.values.findings import Severity


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    assert main(["schema", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_schema_is_valid_and_closes_the_vocabulary(capsys: pytest.CaptureFixture[str]) -> None:
    schema = printed(capsys)
    assert isinstance(schema, dict)
    Draft202012Validator.check_schema(schema)
    names = {entry["const"] for entry in schema["$defs"]["subject"]["oneOf"]}
    assert {"applications.received", "mailbox.letters", "fee.charged"} <= names


def test_the_vocabulary_has_chinese_labels(capsys: pytest.CaptureFixture[str]) -> None:
    entries = printed(capsys, "--vocabulary")
    assert isinstance(entries, list)
    assert len(entries) == len(vocabulary())
    assert all(entry["subject"] and any("一" <= c <= "鿿" for c in entry["label"]) for entry in entries)


def test_every_check_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    entries = printed(capsys, "--checks")
    assert isinstance(entries, list)
    assert [entry["code"] for entry in entries] == [module.CHECK.code for module in MODULES]
    assert all(entry["severity"] in set(Severity) and entry["clause"] and entry["title"] for entry in entries)


def test_every_kind_of_decision_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    entries = printed(capsys, "--decisions")
    assert isinstance(entries, list)
    assert [entry["kind"] for entry in entries] == [kind.key for kind in kinds()]
    assert {entry["row"] for entry in entries} == set(form("2021").table("applications").outcomes)
    assert all(entry["title"] and entry["articles"] and entry["letter"] for entry in entries)
    assert all(one["name"] for entry in entries for names in entry["required_facts"] for one in names)
    schema = printed(capsys)
    assert isinstance(schema, dict)
    assert [one["const"] for one in schema["$defs"]["decision_kind"]["oneOf"]] == [k.key for k in kinds()]
