"""备份: the database and the stored files in one archive, of one moment, while the site serves.

The rows are read in one transaction that sees one state (SQLite: WAL; PostgreSQL: repeatable read); files are
stored before the row that names them, so reading them afterwards misses none. The keys are not in it unless
asked for: who finds the archive then has ciphers only.

Source: security check C06.
"""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import hmac
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from gongkai import __version__
from gongkai.web.audit.chain import root_of
from gongkai.web.audit.models import AuditHead
from gongkai.web.operating.neutral import Sum, lines, tables
from gongkai.web.operating.office_files import BLOCK, Opens, office_files
from gongkai.web.sealing.keys import Keyring, read_ring

FORMAT = 1
SNAPSHOT = "snapshot"
MANIFEST, KEYS, TABLES, FILES = "manifest.json", "keys.toml", "tables/", "files/"


def key_checks(ring: Keyring) -> dict[str, str]:
    """For each key something that only this key makes, so that a restore can tell whether the right
    ones are there.
    """
    values = {key.id: key.value for key in ring.keys.values()} | ring.index_keys
    return {
        id: hmac.new(value, b"gongkai backup", hashlib.sha256).hexdigest()[:32]
        for id, value in values.items()
    }


@contextmanager
def snapshot() -> Iterator[str]:
    """The name of a connection that sees one state of the database for as long as this lasts; others
    may write.
    """
    described = copy.deepcopy(connections.databases["default"])
    if connection.vendor == "sqlite":
        described["OPTIONS"]["transaction_mode"] = "DEFERRED"
    else:
        from psycopg import IsolationLevel  # noqa: PLC0415  # an extra

        described.setdefault("OPTIONS", {})["isolation_level"] = IsolationLevel.REPEATABLE_READ
    connections.databases[SNAPSHOT] = described
    try:
        with transaction.atomic(using=SNAPSHOT):
            yield SNAPSHOT
    finally:
        connections[SNAPSHOT].close()
        del connections[SNAPSHOT]
        del connections.databases[SNAPSHOT]


def back_up(target: Path, now: dt.datetime, *, with_keys: bool = False) -> dict[str, Any]:
    """Write the archive; its manifest. Raises ``FileExistsError`` where the target is there,
    ``KeyFileError``, ``Unreachable`` where the store of attachments is away.
    """
    if target.exists():
        raise FileExistsError(target)
    ring = read_ring(settings.KEY_FILE)
    fresh = target.with_name(f"{target.name}.part")
    fresh.unlink(missing_ok=True)
    fresh.touch(0o600)
    try:
        manifest = _archived(fresh, now, ring, with_keys)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return manifest


def _archived(fresh: Path, now: dt.datetime, ring: Keyring, with_keys: bool) -> dict[str, Any]:
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        manifest = {"format": FORMAT, "program": __version__, "made_at": now.isoformat()}
        with snapshot() as database:
            manifest |= _rows(archive, database)
        told = ((name, _file(archive, name, opens)) for name, opens in office_files())
        manifest["files"] = {name: one for name, one in told if one}
        manifest["keys"] = key_checks(ring)
        if with_keys:
            archive.writestr(KEYS, settings.KEY_FILE.read_text(encoding="utf-8"))
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


def _rows(archive: zipfile.ZipFile, database: str) -> dict[str, Any]:
    applied: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connections[database]).applied_migrations()):
        applied.setdefault(app, []).append(name)
    heads = {h.chain: [h.number, h.hash] for h in AuditHead.objects.using(database).order_by("chain")}
    return {
        "migrations": applied,
        "audit": {"lines": sum(n for n, _ in heads.values()), "root": root_of(heads, "sha256")},
        "tables": {label: _table(archive, label, model, database) for label, model in tables(apps).items()},
    }


def _table(archive: zipfile.ZipFile, label: str, model: Any, database: str) -> dict[str, Any]:
    total, digest = Sum(), hashlib.sha256()
    with archive.open(f"{TABLES}{label}.jsonl", "w", force_zip64=True) as out:
        for line in lines(model, database):
            total.add(line)
            data = f"{line}\n".encode()
            digest.update(data)
            out.write(data)
    return {"rows": total.rows, "sum": total.text, "sha256": digest.hexdigest()}


def _file(archive: zipfile.ZipFile, name: str, opens: Opens) -> dict[str, Any]:
    """Put one file into the archive; nothing where it was erased since it was listed."""
    digest, size = hashlib.sha256(), 0
    try:
        opened = opens()
    except FileNotFoundError:
        return {}
    with opened as source, archive.open(f"{FILES}{name}", "w", force_zip64=True) as out:
        while block := source.read(BLOCK):
            digest.update(block)
            size += len(block)
            out.write(block)
    return {"bytes": size, "sha256": digest.hexdigest()}
