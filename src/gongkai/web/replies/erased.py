"""A case whose personal data were erased takes no letter any more: nothing that a page showed comes back.

Source: 个人信息保护法 art. 47; security checks C15, C38.
"""

from __future__ import annotations

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.holding import hold
from gongkai.web.letters.models import Letter
from gongkai.web.replies.facts import application_of
from gongkai.web.replies.models import Erasure

ARTICLE = "《个人信息保护法》第四十七条"
ERASED = "这一件的个人信息已经清除，不能再起草、修改或者更正它的文书。"


def open_to_write(letter: Letter) -> None:
    """Hold the case of a letter until the transaction ends; raises :class:`NotAllowed` where it is erased."""
    application = application_of(letter.organ_id, letter.subject.partition("/")[2])
    if application is None:
        return
    hold(application)
    if Erasure.objects.for_organ(letter.organ_id).filter(application=application).exists():
        raise NotAllowed(ERASED, ARTICLE)
