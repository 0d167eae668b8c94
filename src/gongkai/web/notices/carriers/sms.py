"""短信: into a folder or the log by default; an office names the class of its own gateway.

A gateway is a class without arguments and with ``carry``
(:class:`gongkai.web.notices.carriers.carrier.Carrier`); the text of an SMS is the title and the link.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.module_loading import import_string

from gongkai.web.notices.carriers.carrier import Carrier, Later
from gongkai.web.notices.carriers.local import Console, Folder


def carrier() -> Carrier:
    """The way that the setting ``SMS`` names. Raises :class:`Later` where the named class is not there."""
    if settings.SMS == "console":
        return Console("短信")
    if settings.SMS == "file":
        return Folder(settings.DATA / "outgoing" / "sms")
    try:
        made: Carrier = import_string(settings.SMS)()
    except ImportError:
        raise Later(f"没有找到短信接口“{settings.SMS}”，请核对环境变量 GONGKAI_SMS。") from None
    return made
