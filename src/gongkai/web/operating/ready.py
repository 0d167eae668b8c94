"""Before anything is served: the folder, the database and its tables, the keys, and a disk that
keeps what it is told.

Source: security check C02 (a database that forgets what it acknowledged is refused).
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from gongkai.web.attachments.store import Unreachable, in_data_folder, names
from gongkai.web.audit.retention import retention
from gongkai.web.operating.office_files import ATTACHMENTS, left_in_folder
from gongkai.web.organs.models import Organ
from gongkai.web.sealing.keys import ensure_ring, read_ring

SQLITE_FULL = 2
"""What ``PRAGMA synchronous`` says of FULL."""
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Settings of PostgreSQL under which a confirmed change can be lost."""


class NotReady(Exception):
    """The installation cannot be used as it is; the sentence says what to do."""


def prepare(now: dt.datetime, *, migrate: bool = False) -> list[str]:
    """Make ready what is missing; what was done, in sentences.

    An empty database gets its tables. One of an earlier version is brought up to date: on SQLite after a copy
    was kept beside it, on PostgreSQL only where ``migrate`` says so. Raises :class:`NotReady`,
    ``KeyFileError``.
    """
    check_retention(timezone.localdate(now))
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    done = []
    try:
        executor = MigrationExecutor(connection)
        fresh = not executor.loader.applied_migrations
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise NotReady(
            f"连接不上数据库（{type(error).__name__}）。请核对 GONGKAI_DATABASE，再启动。"
        ) from None
    check_durable()
    done += _store()
    if pending and not fresh:
        done.append(_keep_copy(now, migrate=migrate))
    if pending:
        call_command("migrate", verbosity=0, interactive=False)
        done.append("已建立数据库。" if fresh else f"已更新数据库结构（{len(pending)}项）。")
    return done + _keys()


def check_ready() -> None:
    """Raise :class:`NotReady` where the database has no tables, or those of another version;
    ``KeyFileError`` for keys.
    """
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        raise NotReady(
            "连接不上数据库。请核对 GONGKAI_DATA 和 GONGKAI_DATABASE 是否与平时启动时相同。"
        ) from None
    if pending:
        raise NotReady("数据库还没有建立，或者不是这个版本的。请先运行 gongkai serve，再运行这条命令。")
    read_ring(settings.KEY_FILE)
    check_one_store()


def check_one_store() -> None:
    """Raise :class:`NotReady` where attachments are to lie in an object store and some lie in the folder."""
    if left_in_folder():
        raise NotReady(
            f"附件设为存放在对象存储（GONGKAI_FILES），但文件夹“{settings.DATA / ATTACHMENTS}”里还有附件。"
            "请先不设 GONGKAI_FILES 备份一次，再恢复到空的系统和对象存储；"
            "已经恢复过的，请把这个文件夹移到别处。"
        )


def _store() -> list[str]:
    """What to tell of the store of attachments; while it is away the rest of the office goes on."""
    check_one_store()
    if in_data_folder():
        return []
    try:
        next(names(), None)
    except Unreachable:
        return [
            "注意：附件的对象存储没有应答，暂时不能收附件、看附件。"
            "请核对 GONGKAI_FILES 开头的各项设置和网络。"
        ]
    return []


def _keep_copy(now: dt.datetime, *, migrate: bool) -> str:
    if connection.vendor != "sqlite":
        if migrate:
            return "开始更新数据库结构。"
        raise NotReady("数据库结构需要更新。请先备份，然后用 gongkai serve --migrate 启动一次。")
    name = f"before-{now:%Y%m%d-%H%M%S}.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(settings.DATA / name)) as copy:
        connection.connection.backup(copy)
    (settings.DATA / name).chmod(0o600)
    return f"更新数据库结构之前，已留一份副本：{settings.DATA / name}。"


def _keys() -> list[str]:
    if not settings.KEY_FILE.exists():
        if Organ.objects.exists():
            raise NotReady(
                f"数据库里已有数据，但密钥文件“{settings.KEY_FILE}”不见了。请放回原来的密钥文件；不要新建，"
                "新的密钥打不开原来加密的内容。"
            )
        ensure_ring(settings.KEY_FILE)
        return [f"已生成密钥文件：{settings.KEY_FILE}。请另行备份，丢失后加密的内容无法恢复。"]
    read_ring(settings.KEY_FILE)
    return []


def check_durable() -> None:
    """Raise :class:`NotReady` where the database may lose what it has confirmed."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            full = cursor.execute("PRAGMA synchronous").fetchone()[0]
            if journal != "wal" or full < SQLITE_FULL:
                raise NotReady(
                    "SQLite 数据库没有按 WAL 和 FULL 方式写入，断电时会丢数据。请把数据文件夹放在本机磁盘上。"
                )
        elif connection.vendor == "postgresql":
            for name, bad in FORGETFUL.items():
                cursor.execute(f"SHOW {name}")
                if cursor.fetchone()[0] == bad:
                    raise NotReady(f"PostgreSQL 的 {name} 为 {bad}，断电时会丢数据。请改为 on 再启动。")


def check_retention(on: dt.date) -> None:
    """Raise :class:`NotReady` where audit records were to be kept for less time than the law says."""
    rule = retention(on)
    own = settings.AUDIT_MONTHS
    if own and rule.statutory > own:
        raise NotReady(
            f"GONGKAI_AUDIT_MONTHS 设为{own}个月，短于{rule.article}规定的{rule.statutory}个月。"
            f"请改为{rule.statutory}以上，或者不设。"
        )
