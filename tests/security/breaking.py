"""Security check C05: the n-th time that an act reaches for the outside fails, for n = 1, 2, … until it succeeds.

To reach for the outside is to write a row, to end a transaction, to open a file for writing, to rename or remove one,
or to open a connection. Rows fail through Django's wrapper around SQL; files and connections through Python's audit
hook, which sees them whoever opens them. Nothing of the act is replaced.

After each failure everything must be as before: every table, every stored file. An act may also go on without what
failed (sending notes a failure and goes on); then what it left must hold by itself, and is taken back here before the
next try. In the end it succeeds as if nothing had been.
"""

from __future__ import annotations

import copy
import errno
import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import OperationalError, connection, transaction

from gongkai.web.applications.models import Application, ApplicationRow, Standing
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.verifying import verify
from gongkai.web.operating.neutral import tables

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|RELEASE)\b", re.IGNORECASE)
"""RELEASE ends the transaction of an act: in a test each lies in that of the test."""
LEFT_OUT = ("limits.tried", "sessions.session", "axes.accessattempt")
"""What is counted whether or not the act succeeds: tries at the door."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class Breaker:
    """Lets the ``at``-th reach fail (none for 0) and says which it was."""

    at: int
    roots: tuple[Path, ...]
    reached: list[str] = field(default_factory=list)
    broke: str = ""

    def reach(self, what: str, fault: Exception) -> None:
        """Count one reach; the one at the place raises ``fault``."""
        self.reached.append(what)
        if len(self.reached) == self.at:
            self.broke = what
            raise fault

    def sql(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Django's wrapper around each statement."""
        if WRITES.match(sql):
            self.reach(" ".join(sql.split()[:3]), OperationalError("database or disk is full"))
        return execute(sql, params, many, context)

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Python's audit hook."""
        full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
            if self._ours(arguments[0]):
                self.reach("open", full)
        elif event == "os.rename":
            if self._ours(arguments[1]):
                self.reach(event, full)
        elif event == "os.remove":
            if self._ours(arguments[0]):
                self.reach(event, OSError(errno.EIO, os.strerror(errno.EIO)))
        elif event == "socket.connect":
            self.reach(event, TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)))

    def _ours(self, path: Any) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return any(Path(os.fsdecode(path)).is_relative_to(root) for root in self.roots)


listening: list[Breaker] = []
"""Who is told of files and connections now; the last one."""


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if listening:
        listening[-1].heard(event, arguments)


sys.addaudithook(_hook)


@contextmanager
def breaking(at: int, roots: tuple[Path, ...] = ()) -> Iterator[Breaker]:
    """Let the ``at``-th reach fail while this lasts; files count below the data folder and ``roots``."""
    breaker = Breaker(at, (Path(settings.DATA), *roots))
    with connection.execute_wrapper(breaker.sql):
        listening.append(breaker)
        try:
            yield breaker
        finally:
            listening.remove(breaker)


def rows() -> dict[str, str]:
    """A hash of every table's rows; models that tests make for themselves have tables only while they run."""
    out = {}
    with connection.cursor() as cursor:
        # What is held of an unsent form is in no backup, and must not be half written either.
        for label, model in {**tables(apps), HeldFile._meta.label_lower: HeldFile}.items():
            if label not in LEFT_OUT and not model.__module__.startswith("tests."):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)} ORDER BY 1")
                out[label] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
    return out


def files(roots: tuple[Path, ...] = ()) -> dict[str, bytes]:
    """Every file with its bytes; but not the database, and not bytes in the store that no row knows.

    Those an act may leave behind; a job of the night takes them away (``attachments.actions.erase.clear_away``).
    """
    with transaction.atomic():
        known = set(Attachment._base_manager.filter(erased_at=None).values_list("stored_as", flat=True))
        known |= set(HeldFile._base_manager.values_list("stored_as", flat=True))
    kept = Path(settings.STORAGES["private"]["OPTIONS"]["location"])
    out = {}
    for root in (Path(settings.DATA), *roots):
        for path in root.rglob("*"):
            loose = path.is_relative_to(kept) and path.relative_to(kept).as_posix() not in known
            if path.is_file() and ".sqlite3" not in path.name and not loose:
                out[str(path)] = path.read_bytes()
    return out


def differing(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The tables or files that are not as they were."""
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def unsound() -> list[str]:
    """What does not hold by itself: chains, standings behind the entries, gaps in the numbers, files without bytes."""
    out = [one.sentence for one in verify()]
    for standing in Standing._base_manager.select_related("application"):
        if (
            standing.position
            != ApplicationRow._base_manager.filter(subject=standing.application.number).count()
        ):
            out.append(f"{standing.number} stands behind its entries")
    numbers = sorted(Application._base_manager.values_list("organ_id", "number"))
    for organ, year in {(organ, number[:4]) for organ, number in numbers}:
        mine = [number for one, number in numbers if one == organ and number[:4] == year]
        if mine != [f"{year}-{n:04d}" for n in range(1, len(mine) + 1)]:
            out.append(f"the numbers of {year} have a gap")
    for one in (*Attachment._base_manager.filter(erased_at=None), *HeldFile._base_manager.all()):
        if not store.store().exists(one.stored_as):
            out.append(f"no bytes of {one.pk}")
    return out


@dataclass(frozen=True)
class Tried:
    """What an act gave, and what it outlived: the reaches that failed one after the other."""

    result: Any
    broke: tuple[str, ...]
    went_on: tuple[str, ...]


def tried(
    act: Callable[..., Any], *given: Any, roots: tuple[Path, ...] = (), whole: bool = True, **named: Any
) -> Tried:
    """Let the act fail at each of its reaches in turn and then succeed; ``AssertionError`` where a failure leaves a trace.

    An act that is not ``whole`` does several things one after the other, each in its transaction, and may have done some.
    What is given to the act is copied for each failing try, as a request reads its own rows.
    """
    broke: list[str] = []
    went_on: list[str] = []
    while True:
        rows_before, files_before = rows(), files(roots)
        with transaction.atomic():
            mine, named_mine = _copied((given, named))
            with breaking(len(broke) + 1, roots) as breaker:
                try:
                    act(*mine, **named_mine)
                except Exception:
                    failed = True
                    if not breaker.broke:  # the act itself refuses
                        transaction.set_rollback(True)
                        break
                else:
                    failed = False
            # A statement that fails dooms the transaction around it, here that of this try: looking is still needed.
            transaction.set_rollback(False)
            if breaker.broke and failed and whole:
                left = differing(rows_before, rows()) + differing(files_before, files(roots))
                assert left == [], f"failing at {breaker.broke} (reach {breaker.at}) leaves a trace: {left}"
            elif breaker.broke:
                assert (found := unsound()) == [], f"going on without {breaker.broke}: {found}"
                went_on.append(breaker.broke)
            transaction.set_rollback(True)
        _put_back(files_before, roots)
        if not breaker.broke:
            break
        broke.append(breaker.broke)
    _put_back(files_before, roots)
    result = act(*given, **named)
    return Tried(result, tuple(broke), tuple(went_on))


def _copied(given: Any) -> Any:
    """The same values anew, so that a failed try leaves nothing in them; what cannot be copied is handed on."""
    try:
        return copy.deepcopy(given)
    except (TypeError, AttributeError):
        return given


def _put_back(before: dict[str, bytes], roots: tuple[Path, ...]) -> None:
    for name, data in files(roots).items():
        if name not in before:
            Path(name).unlink()
        elif data != before[name]:
            Path(name).write_bytes(before[name])
    for name in set(before) - set(files(roots)):
        Path(name).write_bytes(before[name])
