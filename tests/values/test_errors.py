"""The tree of exceptions: what may be caught together, and what survives a worker process."""

from __future__ import annotations

import pickle

import pytest

from gongkai.values.errors import (
    FileError,
    FormError,
    GongkaiError,
    NeedsExtra,
    NotAllowed,
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


def test_what_the_law_does_not_allow_carries_sentence_and_article() -> None:
    error = NotAllowed("期限已过，不能再延长。", "《条例》第三十三条")
    again = pickle.loads(pickle.dumps(error))
    assert (again.sentence, again.article, str(again)) == (
        "期限已过，不能再延长。",
        "《条例》第三十三条",
        "期限已过，不能再延长。",
    )
