"""``gongkai schema``: what other programs build on."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from gongkai.cli.main import main
from gongkai.report.checks.registry import MODULES
from gongkai.report.statements.subjects import vocabulary
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
