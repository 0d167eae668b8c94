"""An object store to test with: a real server of S3 on this machine (moto's), in a thread of its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import boto3
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

HERE = "127.0.0.1"
KEY, SECRET = "key-of-the-tests", "not-to-be-told"


class Server:
    """The server; it keeps its objects while it is away."""

    def __init__(self) -> None:
        self.thread = ThreadedMotoServer(ip_address=HERE, port=0, verbose=False)
        self.thread.start()
        self.port = self.thread.get_host_and_port()[1]

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HERE}:{self.port}"

    @contextmanager
    def away(self) -> Iterator[None]:
        """While this lasts nothing listens there."""
        self.thread.stop()
        try:
            yield
        finally:
            self.thread = ThreadedMotoServer(ip_address=HERE, port=self.port, verbose=False)
            self.thread.start()


@dataclass(frozen=True)
class Bucket:
    """A fresh bucket that lets everybody read what does not say otherwise, so that what is private must say so."""

    server: Server
    prefix: str = "attachments"
    name: str = field(default_factory=lambda: f"box-{uuid.uuid4().hex[:12]}")

    def __post_init__(self) -> None:
        self.client.create_bucket(Bucket=self.name, ACL="public-read")

    @property
    def client(self) -> Any:
        """Another program that uses the store."""
        return boto3.client(
            "s3", endpoint_url=self.server.address, region_name="us-east-1",
            aws_access_key_id=KEY, aws_secret_access_key=SECRET,
        )  # fmt: skip

    @property
    def environment(self) -> dict[str, str]:
        """The settings of an installation whose attachments lie here."""
        return {
            "GONGKAI_FILES": f"s3://{self.name}/{self.prefix}",
            "GONGKAI_FILES_ENDPOINT": self.server.address,
            "GONGKAI_FILES_KEY": KEY,
            "GONGKAI_FILES_SECRET": SECRET,
            "NO_PROXY": HERE,
        }

    def contents(self) -> dict[str, bytes]:
        """Every object with its bytes, by its whole key."""
        client = self.client
        keys = [one["Key"] for one in client.list_objects(Bucket=self.name).get("Contents", ())]
        return {key: client.get_object(Bucket=self.name, Key=key)["Body"].read() for key in keys}

    def key(self, stored_as: str) -> str:
        """The whole key of a name of the office's store."""
        return f"{self.prefix}/{stored_as}"
