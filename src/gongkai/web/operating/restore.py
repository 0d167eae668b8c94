"""恢复: an archive into an empty installation, on whichever database; nothing counts as restored
that was not verified.

First the archive is read through and held against its manifest, and its audit chains are verified; nothing
has been written by then. Then the tables of its version are made, the rows loaded in one transaction and
counted again from the database, and the tables brought to today's version. At the end the chains are verified
once more, as they stand in the database.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from gongkai.web.attachments.store import Unreachable, in_data_folder, names
from gongkai.web.audit.verifying import verify
from gongkai.web.operating.archived import breaks_in, rows
from gongkai.web.operating.backup import (
    FILES,
    FORMAT,
    KEYS,
    MANIFEST,
    TABLES,
    key_checks,
)
from gongkai.web.operating.neutral import columns, sum_of, tables
from gongkai.web.operating.office_files import BLOCK, Put, put_in_place, stored_files, take_away
from gongkai.web.sealing.keys import read_ring

MADE_BY_TABLES = frozenset({"contenttypes.contenttype", "auth.permission"})
"""Tables that Django fills by itself when it makes the others."""
BATCH = 500
LEFT = "已经写入对象存储的附件可能还有{}个没有删去，请清空以后再恢复。"


class CannotRestore(Exception):
    """The archive is damaged, or does not go into this installation; the sentence says which."""


def restore(source: Path) -> dict[str, Any]:
    """Restore the archive; its manifest. Raises :class:`CannotRestore`, ``KeyFileError``; then
    nothing was restored.
    """
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = checked(archive)
            _refuse_where_something_is()
            version = Version(manifest)
            _refuse_forged_chains(archive, version)
            made_keys = _keys(archive, manifest)
            put: list[Put] = []
            try:
                for one in _put_files(archive, manifest):
                    put.append(one)
                _load(archive, manifest, version)
            except BaseException as error:
                for path in made_keys:
                    path.unlink(missing_ok=True)
                if left := take_away(put):
                    raise CannotRestore(f"{error}{LEFT.format(left)}") from error
                raise
    except Unreachable as error:
        raise CannotRestore(f"{error.message}没有恢复任何内容。") from None
    except FileNotFoundError:
        raise CannotRestore(f"找不到备份文件“{source}”。请核对文件名和所在文件夹。") from None
    except (zipfile.BadZipFile, OSError):
        raise CannotRestore(f"“{source}”打不开，不是备份文件或者已经损坏。请换用另一份备份。") from None
    call_command("migrate", verbosity=0, interactive=False)
    if breaks := verify():
        raise CannotRestore(f"恢复后的审计链核验不通过，共{len(breaks)}处：{breaks[0].sentence}")
    return manifest


def checked(archive: zipfile.ZipFile) -> dict[str, Any]:
    """The manifest, once every part of the archive was held against it. Raises :class:`CannotRestore`."""
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
        known = manifest["format"] == FORMAT
    except (KeyError, ValueError, TypeError):
        raise CannotRestore("这不是 gongkai backup 制作的备份文件。") from None
    if not known:
        raise CannotRestore("这份备份由更新的版本制作，请用那个版本或者更新的版本恢复。")
    parts = {f"{TABLES}{label}.jsonl": one["sha256"] for label, one in manifest["tables"].items()}
    parts |= {f"{FILES}{name}": one["sha256"] for name, one in manifest["files"].items()}
    there = set(archive.namelist()) - {MANIFEST, KEYS}
    if there != set(parts):
        raise CannotRestore(f"备份文件的内容与清单不符：{sorted(there ^ set(parts))[0]}。")
    for name, sha256 in parts.items():
        if _digest(archive, name) != sha256:
            raise CannotRestore(f"备份文件里的“{name}”与清单的校验值不符，已损坏或者被改动。")
    return manifest


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as part:
        while block := part.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _refuse_where_something_is() -> None:
    from django.apps import apps  # noqa: PLC0415  # beside the historical apps of this module

    here = set(connection.introspection.table_names())
    for label, model in tables(apps).items():
        if model._meta.db_table in here and label not in MADE_BY_TABLES and model._base_manager.exists():
            raise CannotRestore(
                f"数据库里已经有数据（{label}）。恢复只能用于空的数据库：请换一个空的数据文件夹或者空的数据库，"
                "还没有启动过 gongkai serve 的。"
            )
    if settings.DATA.exists() and (found := next(stored_files(settings.DATA), None)):
        raise CannotRestore(f"数据文件夹里已经有文件（{found.name}）。请换一个空的数据文件夹。")
    if not in_data_folder() and (name := next(names(), "")):
        raise CannotRestore(
            f"对象存储里已经有附件（{name}）。请换一个空的存储桶，或者在 GONGKAI_FILES 里换一个前缀。"
        )


def _keys(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> list[Path]:
    """Put the keys of the archive in place, or see that the right ones are there; the files made."""
    made = []
    if not settings.KEY_FILE.exists():
        if KEYS not in archive.namelist():
            raise CannotRestore(
                f"备份里没有密钥。请先把制作备份时的密钥文件放到“{settings.KEY_FILE}”（权限600），再恢复。"
            )
        settings.KEY_FILE.parent.mkdir(parents=True, exist_ok=True)
        settings.KEY_FILE.touch(0o600, exist_ok=False)
        settings.KEY_FILE.write_bytes(archive.read(KEYS))
        made.append(settings.KEY_FILE)
    checks = key_checks(read_ring(settings.KEY_FILE))
    if missing := [id for id, value in manifest["keys"].items() if checks.get(id) != value]:
        for path in made:
            path.unlink()
        raise CannotRestore(
            f"密钥文件与备份不符：缺少或者不同的密钥为{'、'.join(missing)}。请放回制作备份时的密钥文件。"
        )
    return made


def _put_files(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> Iterator[Put]:
    for name in manifest["files"]:
        inner = PurePosixPath(name)
        if inner.is_absolute() or ".." in inner.parts:
            raise CannotRestore(f"备份文件里的“{name}”指向数据文件夹以外，没有恢复。")
        with archive.open(f"{FILES}{name}") as source:
            yield from put_in_place(name, source)


class Version:
    """The tables as they were when the archive was made; writes nothing until :meth:`make`.

    Raises :class:`CannotRestore` where this program or this database does not know that version.
    """

    def __init__(self, manifest: dict[str, Any]) -> None:
        self.executor = MigrationExecutor(connection)
        wanted = {(app, name) for app, names in manifest["migrations"].items() for name in names}
        graph = self.executor.loader.graph
        if unknown := sorted(wanted - set(graph.nodes)):
            raise CannotRestore(
                f"这份备份由别的版本制作（{'.'.join(unknown[0])}），请用那个版本或者更新的版本恢复。"
            )
        self.applied = set(self.executor.loader.applied_migrations)
        if self.applied and self.applied != wanted:
            raise CannotRestore("数据库里已经建了表，与备份的版本不同。请换一个空的数据库。")
        self.leaves = [
            key for key in sorted(wanted) if not any(c.key in wanted for c in graph.node_map[key].children)
        ]
        self.models = tables(self.executor.loader.project_state(self.leaves).apps)
        if strange := sorted(set(manifest["tables"]) ^ set(self.models)):
            raise CannotRestore(f"备份里的表与数据库的不同：{strange[0]}。")

    def make(self) -> None:
        """Make the tables, where the database has none yet."""
        if not self.applied:
            self.executor.migrate(self.leaves)


def _refuse_forged_chains(archive: zipfile.ZipFile, version: Version) -> None:
    try:
        found = breaks_in(archive, TABLES, version.models)
    except (KeyError, ValueError, TypeError, ValidationError):
        raise CannotRestore("备份里的审计记录读不出来，没有恢复任何内容。请换用另一份备份。") from None
    if found:
        raise CannotRestore(
            f"备份里的审计链核验不通过，共{len(found)}处，没有恢复任何内容。第一处：{found[0].chain}，{found[0].sentence}"
            "请换用更早的备份，并把这份交给审计管理员。"
        )


def _load(archive: zipfile.ZipFile, manifest: dict[str, Any], version: Version) -> None:
    version.make()
    models = version.models
    try:
        with transaction.atomic():
            for label in MADE_BY_TABLES & set(models):
                models[label]._base_manager.all().delete()
            for label, model in models.items():
                _load_table(archive, label, model)
            with connection.cursor() as cursor:
                for statement in connection.ops.sequence_reset_sql(no_style(), list(models.values())):
                    cursor.execute(statement)
            for label, model in models.items():
                if sum_of(model, "default").text != manifest["tables"][label]["sum"]:
                    raise CannotRestore(f"表“{label}”写入数据库后与备份不同，没有恢复。")
    except DatabaseError as error:
        raise CannotRestore(f"数据库不接受备份里的数据（{type(error).__name__}：{error}）。") from error


def _load_table(archive: zipfile.ZipFile, label: str, model: Any) -> None:
    for field in columns(model):
        # The moments stay those of the archive.
        for name in ("auto_now", "auto_now_add"):
            if hasattr(field, name):
                setattr(field, name, False)
    batch = []
    for row in rows(archive, f"{TABLES}{label}.jsonl", model):
        batch.append(model(**row))
        if len(batch) == BATCH:
            model._base_manager.bulk_create(batch)
            batch = []
    model._base_manager.bulk_create(batch)
