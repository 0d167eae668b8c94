"""An object store (S3) that behaves as a folder does: the same names, and errors that are ``OSError``.

Every object is written in one request, so that it is there whole or not at all, and is private by its own
right, whatever its bucket says; nothing makes an address under which it could be fetched without the office.
Waiting and trying again are bounded: behind each request somebody sits before a page.

Only loaded where the settings name it: its libraries are the extra ``s3``.
"""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage

CONNECT_SECONDS, READ_SECONDS = 5, 30
"""So long may the store take to be connected to, and to send or take the next bytes."""
TRIES = 3
"""So often is a request sent where the store does not answer or is busy; the pauses take a few seconds."""
GONE = frozenset({"NoSuchKey", "NotFound", "404"})
"""What stores call an object that is not there. A bucket that is not there is another matter."""


@contextmanager
def as_of_a_folder() -> Iterator[None]:
    """Turn errors of the store into those of a folder: ``FileNotFoundError``, else ``ConnectionError``.

    The latter bears the store's own word for what is wrong; what it says at length may hold keys and is
    dropped.
    """
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        if code in GONE:
            raise FileNotFoundError(errno.ENOENT, "no such object") from None
        raise ConnectionError(errno.EIO, f"{error.operation_name} {code}") from None
    except (BotoCoreError, Boto3Error) as error:
        raise ConnectionError(errno.EIO, type(error).__name__) from None


class ObjectStore(S3Storage):  # type: ignore[misc]  # the library has no types
    """Django's storage over a bucket; ``options`` as :mod:`gongkai.web.private_store` gives them."""

    def __init__(self, **options: Any) -> None:
        # Nothing is taken from the environment of other programs.
        super().__init__(security_token=None, session_profile=None, **options)
        self.client_config = Config(
            signature_version="s3v4",
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"mode": "standard", "total_max_attempts": TRIES},
            # The hash of what is sent is signed, so the store refuses what was changed on the way; the newer
            # sums of the library's own cloud are unknown to many other stores.
            s3={"addressing_style": self.addressing_style, "payload_signing_enabled": True},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )

    def exists(self, name: str) -> bool:
        """Whether there is such an object."""
        with as_of_a_folder():
            return bool(super().exists(name))

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """Folders and objects below a folder; both empty where nothing is."""
        with as_of_a_folder():
            folders, files = super().listdir(name)
        return folders, files

    def get_modified_time(self, name: str) -> dt.datetime:
        """When the object was stored."""
        moment: dt.datetime = self._asked("head_object", name)["LastModified"]
        return moment

    def delete(self, name: str) -> None:
        """Take the object away; nothing happens where there is none."""
        with suppress(FileNotFoundError):
            self._asked("delete_object", name)

    def url(self, name: str, *_: object, **__: object) -> str:
        """Raise ``ValueError``: there is no address but that of the office's own pages."""
        raise ValueError("an attachment has no address of its own")

    def _open(self, name: str, mode: str = "rb") -> ContentFile[bytes]:
        with as_of_a_folder():
            return ContentFile(self._asked("get_object", name)["Body"].read(), name)

    def _save(self, name: str, content: File[Any]) -> str:
        content.seek(0)
        told = {"ACL": self.default_acl} if self.default_acl else {}
        self._asked("put_object", name, Body=content.read(), ContentType=self.default_content_type, **told)
        return name

    def _asked(self, operation: str, name: str, **told: Any) -> Any:
        """One request about one object, by the connection of this thread."""
        with as_of_a_folder():
            client = self.connection.meta.client
            key = self._normalize_name(name)
            return getattr(client, operation)(Bucket=self.bucket_name, Key=key, **told)
