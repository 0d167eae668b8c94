"""申请人的建议: what speaks for disclosing something to everybody, told by the apps that know.

``register_suggestions(find)`` in the app's ``AppConfig.ready``; ``find`` gives sentences for a case.

Source: 条例 art. 44 (申请人可以建议行政机关将所申请公开的政府信息纳入主动公开的范围).
"""

from __future__ import annotations

from collections.abc import Callable

from gongkai.web.applications.models import Application

Find = Callable[[Application], list[str]]
_FINDS: list[Find] = []


def register_suggestions(find: Find) -> None:
    """Make a source known, once."""
    if find not in _FINDS:
        _FINDS.append(find)


def suggestions(application: Application) -> list[str]:
    """Every sentence, in the order of the sources."""
    return [words for find in _FINDS for words in find(application)]
