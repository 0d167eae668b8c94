"""The process that does shards: a task a line on standard input, progress and the end on standard output.

``python -m gongkai.corpus.hand`` is started by :mod:`gongkai.corpus.keeper` and by nothing else. It ends when
its input ends, so none is left behind by a run that was killed. Lines out: ``at INDEX`` before each file,
``done`` or ``failed SENTENCE`` (as JSON) after a shard.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, TextIO

from gongkai.corpus.pipeline import job
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.files.bounds import bound_memory
from gongkai.files.limits import Limits

GARBAGE = 20_000
"""Objects made and not freed after which Python looks for garbage; usual are 700."""


def serve(tasks: TextIO, answers: TextIO) -> None:
    """Do one task after the other until ``tasks`` ends."""
    for line in tasks:
        said = _do(json.loads(line), answers)
        print(said, file=answers, flush=True)


def _do(task: dict[str, Any], answers: TextIO) -> str:
    """The last line on a task; a fault that is not a file's own (a full disk) is told, not hidden."""
    lost = {int(index): (code, reason) for index, (code, reason) in task["lost"].items()}
    shard = Shard(task["name"], task["folder"], tuple(task["files"]))
    limits = Limits(**task["limits"])
    try:
        job(shard, Store(Path(task["store"])), limits, lost, lambda index: _began(answers, index))
    except Exception as error:
        return f"failed {json.dumps(f'{type(error).__name__}: {error}')}"
    return "done"


def _began(answers: TextIO, index: int) -> None:
    print(f"at {index}", file=answers, flush=True)


def main() -> None:
    """Speak on a copy of standard output: what a library prints must not be taken for an answer.

    Reading makes very many short-lived objects and few cycles: collecting garbage at Python's usual pace
    would take an eighth of the time. What was imported is never garbage.
    """
    gc.freeze()
    gc.set_threshold(GARBAGE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_memory(Limits(memory=int(sys.argv[1])))
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    serve(sys.stdin, answers)


if __name__ == "__main__":
    main()
