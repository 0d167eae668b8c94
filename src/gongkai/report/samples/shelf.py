"""The sample reports that ship with the package: what each shows, and its bytes.

>>> [sample.key for sample in samples()]
['yunzhou', 'qinghe', 'liuxi', 'huwan', 'minghu']
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented report: its key, file name, bureau, the layout it imitates, and what is to be seen
    in it.
    """

    key: str
    file: str
    title: str
    layout: str
    about: str

    def data(self) -> bytes:
        """The bytes of the file."""
        return files(__package__).joinpath(self.file).read_bytes()


@cache
def samples() -> tuple[Sample, ...]:
    """Every sample, in the order of ``index.toml``."""
    index = tomllib.loads(files(__package__).joinpath("index.toml").read_text(encoding="utf-8"))
    return tuple(Sample(**entry) for entry in index["sample"])


def sample(key: str) -> Sample:
    """The sample of that key; raises :class:`KeyError` where there is none."""
    return {s.key: s for s in samples()}[key]
