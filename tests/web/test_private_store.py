"""Where attachments lie, from the environment: a folder, or an object store that is named whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.views.debug import SafeExceptionReporterFilter

from gongkai.web.environment import SettingError
from gongkai.web.private_store import ACL, ADDRESSING, ENDPOINT, FILES, KEY, REGION, SECRET, private_store

DATA = Path("/data")
WHOLE = {
    FILES: "s3://office-files/a/b",
    ENDPOINT: "https://s3.example:9000/",
    KEY: "who",
    SECRET: "not-to-be-told",
}


@pytest.fixture(autouse=True)
def _whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that names an object store whole."""
    for name in (REGION, ADDRESSING, ACL):
        monkeypatch.delenv(name, raising=False)
    for name, value in WHOLE.items():
        monkeypatch.setenv(name, value)


def test_a_folder_by_default_without_asking_for_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FILES, "")
    monkeypatch.setitem(sys.modules, "boto3", None)
    one = private_store(DATA)
    assert one["BACKEND"] == "django.core.files.storage.FileSystemStorage"
    assert one["OPTIONS"] == {
        "location": "/data/files", "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700,
    }  # fmt: skip


def test_an_object_store(monkeypatch: pytest.MonkeyPatch) -> None:
    one = private_store(DATA)
    assert one["BACKEND"] == "gongkai.web.attachments.object_store.ObjectStore"
    assert one["OPTIONS"] == {
        "bucket_name": "office-files", "location": "a/b", "endpoint_url": "https://s3.example:9000",
        "region_name": "us-east-1", "access_key": "who", "secret_key": "not-to-be-told",
        "addressing_style": "path", "default_acl": "private",
    }  # fmt: skip
    for name, value in (
        (FILES, "s3://office-files"),
        (REGION, "somewhere-1"),
        (ADDRESSING, "virtual"),
        (ACL, "none"),
    ):
        monkeypatch.setenv(name, value)
    options = private_store(DATA)["OPTIONS"]
    assert [options[key] for key in ("location", "region_name", "addressing_style", "default_acl")] == [
        "", "somewhere-1", "virtual", None,
    ]  # fmt: skip


@pytest.mark.parametrize("name", [ENDPOINT, KEY, SECRET])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, " ")
    with pytest.raises(SettingError, match=f"还缺少{name}。") as told:
        private_store(DATA)
    assert WHOLE[SECRET] not in str(told.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (FILES, "/srv/files"),
        (FILES, "s3://"),
        (FILES, "s3://Office/x"),
        (FILES, "s3://who:not-to-be-told@office/x"),
        (FILES, "s3://office/../x"),
        (FILES, "s3://office/a//b"),
        (FILES, "https://s3.example/office"),
        (ENDPOINT, "s3.example:9000"),
        (ENDPOINT, "ftp://s3.example"),
        (ENDPOINT, "https://who:not-to-be-told@s3.example"),
        (ENDPOINT, "https://s3.example:port"),
        (ENDPOINT, "https://s3.example/?x"),
        (ADDRESSING, "both"),
        (ACL, "public-read"),
    ],
)
def test_what_cannot_be_used_is_told_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=f"环境变量 {name} ") as told:
        private_store(DATA)
    assert "not-to-be-told" not in str(told.value)


@pytest.mark.parametrize("module", ["boto3", "storages"])
def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SettingError, match=r"gongkai\[s3\]"):
        private_store(DATA)


def test_a_report_of_the_settings_holds_no_secret() -> None:
    """Django's page of errors, which nobody may switch on in service, and reports made from it."""
    shown = str(SafeExceptionReporterFilter().cleanse_setting("STORAGES", {"private": private_store(DATA)}))
    assert "office-files" in shown
    assert "not-to-be-told" not in shown
