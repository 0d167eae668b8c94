"""An installation of its own in a folder, and processes that run in it: what only whole processes
can show.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0
"""Seconds after which a process counts as hanging; no measure of speed, several may share one busy core."""
SET_UP = "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'gongkai.web.settings'; django.setup()\n"


@dataclass(frozen=True)
class Installation:
    """A data folder with its database and keys; ``database`` names another database than the one in it."""

    data: Path
    database: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this installation runs in; nothing of another one is handed down."""
        mine = {k: v for k, v in os.environ.items() if not k.startswith("GONGKAI_")}
        mine |= {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "GONGKAI_DATA": str(self.data)}
        return mine | ({"GONGKAI_DATABASE": self.database} if self.database else {}) | self.more

    def start(self, code: str, **options: Any) -> subprocess.Popen[str]:
        """Start Python with Django set up; the caller ends it."""
        line = [sys.executable, "-c", SET_UP + code]
        return subprocess.Popen(line, env=self.environment, cwd=ROOT, text=True, **options)

    def python(self, code: str) -> Any:
        """Run Python with Django set up; what its last line prints as JSON (None where it prints nothing)."""
        line = [sys.executable, "-c", SET_UP + code]
        done = subprocess.run(
            line,
            env=self.environment,
            cwd=ROOT,
            text=True,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        lines = done.stdout.strip().splitlines()
        return json.loads(lines[-1]) if lines else None

    def gongkai(self, *arguments: str, answer: str = "") -> subprocess.CompletedProcess[str]:
        """Run the command ``gongkai`` to its end."""
        line = [sys.executable, "-m", "gongkai", *arguments]
        return subprocess.run(
            line, env=self.environment, cwd=ROOT, text=True, capture_output=True,
            timeout=PATIENCE, check=False, input=answer,
        )  # fmt: skip


@cache
def _fresh() -> Path:
    """A data folder with a migrated database and a key file, made once a run."""
    data = Path(mkdtemp(prefix="gongkai-fresh-"))
    make = "from django.core.management import call_command; call_command('migrate', verbosity=0)\n"
    make += "from django.conf import settings; from gongkai.web.sealing.keys import ensure_ring\n"
    make += "ensure_ring(settings.KEY_FILE)"
    Installation(data).python(make)
    return data


def installed(folder: Path, **more: str) -> Installation:
    """A fresh installation in that folder, which must not exist yet."""
    shutil.copytree(_fresh(), folder)
    return Installation(folder, more=more)
