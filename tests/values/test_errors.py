"""The tree of exceptions: what may be caught together, and what survives a worker process."""

from __future__ import annotations

import pickle

import pytest

from gongkai.values.errors import (
    FileError,
    FormError,
    GongkaiError,
    NeedsExtra,
    NotInForce,
    OverLimit,
    Refused,
)


@pytest.mark.parametrize("kind", [Refused, OverLimit, NeedsExtra])
def test_file_errors_keep_code_and_message_through_pickle(kind: type[FileError]) -> None:
    error = pickle.loads(pickle.dumps(kind("empty", "文件是空的，请重新导出。")))
    assert type(error) is kind
    assert (error.code, error.message, str(error)) == (
        "empty",
        "文件是空的，请重新导出。",
        "文件是空的，请重新导出。",
    )


def test_a_bad_file_and_bad_data_of_our_own_are_told_apart() -> None:
    assert issubclass(NotInForce, FormError)
    assert not issubclass(FormError, FileError)
    assert issubclass(FileError, GongkaiError)
