"""Mail: one message, one recipient, headers that nobody can add to, and never an automatic answer to anybody.

``Auto-Submitted`` keeps other machines from answering ours; the ``Message-ID`` stays the same when a message
is sent once more, so that the mailbox can tell.

Source: RFC 5322; RFC 3834; security check C31.
"""

from __future__ import annotations

import smtplib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.message import BadHeaderError
from django.core.validators import validate_email

from gongkai.web.notices.carriers.carrier import Hopeless, Later, Message
from gongkai.web.notices.carriers.local import Console, write_private
from gongkai.web.notices.wording import has_control

SECONDS = 15
"""Longest wait for the mail server."""
FOR_GOOD = 500
"""From this answer of the server on, trying again is no use (RFC 5321)."""


def written(message: Message) -> EmailMessage:
    """The mail; raises :class:`Hopeless` for an address or a title that does not belong into a header."""
    try:
        validate_email(message.address)
    except ValidationError:
        raise Hopeless("收件人的电子邮箱写法不对，请在人员资料中改正。") from None
    if has_control(message.title) or has_control(message.id):
        raise Hopeless("邮件标题里有换行或者控制字符，没有发送。")
    body = f"{message.text}\n\n{message.link}\n\n{message.organ}\n本邮件由系统自动发出，请勿回复。\n"
    headers = {"Message-ID": f"<{message.id}@gongkai.invalid>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(message.title, body, settings.DEFAULT_FROM_EMAIL, [message.address], headers=headers)


class Server:
    """A mail server."""

    def __init__(self, **options: Any) -> None:
        self.options = options

    def carry(self, message: Message) -> None:
        """Send the mail. Raises :class:`Later` or :class:`Hopeless`."""
        mail = written(message)
        backend = "django.core.mail.backends.smtp.EmailBackend"
        try:
            mail.connection = get_connection(backend, timeout=SECONDS, **self.options)
            mail.send()
        except BadHeaderError:
            raise Hopeless("邮件标题里有换行或者控制字符，没有发送。") from None
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            if all(code >= FOR_GOOD for code in codes):
                raise Hopeless("邮件服务器不接受这个收件地址，请核对。") from None
            raise Later("邮件服务器暂时不接受这个收件地址。") from None
        except smtplib.SMTPAuthenticationError:
            raise Later("邮件服务器不接受发件账号的口令，请核对发送设置。") from None
        except smtplib.SMTPResponseException as error:
            raise Later(f"邮件服务器答复{error.smtp_code}，没有接收。") from None
        except (OSError, smtplib.SMTPException):
            raise Later("连接不上邮件服务器。") from None


class MailFolder:
    """A folder with a file a mail, as a mail server would get it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def carry(self, message: Message) -> None:
        """Write the file."""
        write_private(self.folder / f"{message.id}.eml", written(message).message().as_bytes())


def carrier() -> Server | MailFolder | Console:
    """The way that the setting ``MAIL`` names."""
    way = settings.MAIL
    if way.way == "console":
        return Console("电子邮件")
    if way.way == "file":
        return MailFolder(settings.DATA / "outgoing" / "mail")
    return Server(
        host=way.host,
        port=way.port,
        username=way.user,
        password=way.password,
        use_tls=way.starttls,
        use_ssl=way.tls,
    )
