"""What the commands of the office share: Django set up, the database looked at, sentences instead of
tracebacks.
"""

from __future__ import annotations

import os

import click

SETTINGS = "gongkai.web.settings"


def open_office(*, ready: bool = True) -> None:
    """Set Django up with the settings of this environment; ``ready`` also asks for tables and keys.

    Raises ``ClickException`` with what to do.
    """
    import django  # noqa: PLC0415  # only these commands need it
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415

    from gongkai.web.environment import SettingError  # noqa: PLC0415
    from gongkai.web.sealing.keys import KeyFileError  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except (SettingError, ImproperlyConfigured) as error:
        raise click.ClickException(str(error)) from None
    if ready:
        from gongkai.web.operating.ready import NotReady, check_ready  # noqa: PLC0415  # after the set-up

        try:
            check_ready()
        except (NotReady, KeyFileError) as error:
            raise click.ClickException(str(error)) from None


def cannot_write(name: str) -> str:
    """What to do about a file that the system does not let us write; its own reason would be English."""
    return f"写不了“{name}”。请核对文件夹是否存在、能否写入、空间够不够，或者换一个位置。"
