"""The parent's side of a :mod:`gongkai.corpus.hand`: gives it shards, replaces it when it dies.

A hand that is killed costs nothing: the shard is given out again. Only a file at which the hand has died
twice in one shard is taken for the cause; it gets a row with the reason and is not opened a third time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

import gongkai
from gongkai.corpus.shards import Shard
from gongkai.files.bounds import BREAKDOWN
from gongkai.files.limits import Limits
from gongkai.values.errors import GongkaiError

STRIKES = 2
"""Deaths at one file after which the file is taken for the cause."""
OUTSIDE = 5
"""Deaths before any file was begun after which the keeper gives up: then it is the machine, not a file."""


class ShardError(GongkaiError):
    """A shard could not be written for a reason that is no file's own: a full disk, no memory to start."""


class Keeper:
    """One hand, started when first needed."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self.store, self.limits = store, limits
        self._hand: subprocess.Popen[str] | None = None
        self._closed = False

    def do(self, shard: Shard) -> str:
        """Have the shard written; its name. Raises :class:`ShardError`."""
        lost: dict[int, tuple[str, str]] = {}
        deaths: Counter[int | None] = Counter()
        while True:
            last = self._once(shard, lost)
            if self._closed and last is not True:
                raise ShardError(f"运行已经中断，分片 {shard.name} 没有写成。再运行同一条命令即可接着做。")
            if last is True:
                return shard.name
            deaths[last] += 1
            if last is None and deaths[last] >= OUTSIDE:
                raise ShardError(
                    f"处理进程反复异常结束，分片 {shard.name} 没有写成。请检查内存和磁盘空间后再运行。"
                )
            if last is not None and deaths[last] >= STRIKES:
                lost[last] = ("breakdown", BREAKDOWN)

    def close(self) -> None:
        """End the hand at once, and start no other."""
        self._closed = True
        self._drop()

    def _drop(self) -> None:
        """End the hand; the next shard gets another."""
        if self._hand is not None:
            self._hand.kill()
            self._hand.wait()
            for pipe in (self._hand.stdin, self._hand.stdout):
                if pipe is not None:
                    _shut(pipe)
            self._hand = None

    def _once(self, shard: Shard, lost: dict[int, tuple[str, str]]) -> int | bool | None:
        """True when done; where the hand died, the file that it was at, None where it was at none."""
        hand = self._ready()
        assert hand.stdin is not None and hand.stdout is not None  # noqa: PT018, S101  # for the type checker
        task = {
            "store": str(self.store), "name": shard.name, "folder": shard.folder, "files": shard.files,
            "limits": asdict(self.limits), "lost": lost,
        }  # fmt: skip
        at: int | None = None
        try:
            hand.stdin.write(json.dumps(task) + "\n")
            hand.stdin.flush()
            for line in hand.stdout:
                word, _, rest = line.strip().partition(" ")
                if word == "done":
                    return True
                if word == "failed":
                    raise ShardError(
                        f"分片 {shard.name} 没有写成：{json.loads(rest)}。请检查磁盘空间和权限后再运行。"
                    )
                at = int(rest) if word == "at" and rest.isdigit() else at
        except OSError:
            pass  # it has died before it could take the task
        self._drop()
        return at

    def _ready(self) -> subprocess.Popen[str]:
        if self._hand is None or self._hand.poll() is not None:
            home = str(Path(gongkai.__file__).parents[1])
            paths = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
            self._hand = subprocess.Popen(  # noqa: S603  # this Python and our own module, nothing from outside
                [sys.executable, "-m", "gongkai.corpus.hand", str(self.limits.memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
                text=True,
                encoding="utf-8",
            )
        return self._hand


def _shut(pipe: IO[str]) -> None:
    with suppress(OSError):  # what was still to be written is for a dead process
        pipe.close()
