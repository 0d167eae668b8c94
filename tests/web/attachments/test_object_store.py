"""The object store, on a real server: private, bounded in its waiting, and away without harm."""

from __future__ import annotations

import datetime as dt
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from gongkai.values.errors import Refused
from gongkai.web.attachments import object_store, store
from gongkai.web.attachments.actions.add import add, keep_made
from gongkai.web.attachments.actions.erase import clear_away, erase, erase_all
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.models import AuditLine
from tests.web.attachments.actions.test_add import SUBJECT, word
from tests.web.objects import SECRET, Bucket
from tests.web.offices import Office

DAY = dt.timedelta(days=1)
EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers"


def readers(bucket: Bucket, key: str) -> list[str]:
    """The groups that an object names as its readers."""
    grants = bucket.client.get_object_acl(Bucket=bucket.name, Key=key)["Grants"]
    return [one["Grantee"]["URI"] for one in grants if "URI" in one["Grantee"]]


def fetched(bucket: Bucket, key: str) -> int:
    """What somebody without a key is answered."""
    try:
        with urllib.request.urlopen(f"{bucket.server.address}/{bucket.name}/{key}") as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_an_object_is_private_though_its_bucket_is_not(bucket: Bucket) -> None:
    key = bucket.key(store.keep(b"x")[0])
    assert bucket.contents() == {key: b"x"}
    assert readers(bucket, key) == []
    assert fetched(bucket, key) == 403
    # The control: in this bucket an object that says nothing can be read by everybody.
    bucket.client.put_object(Bucket=bucket.name, Key="said-nothing", Body=b"x")
    assert readers(bucket, "said-nothing") == [EVERYBODY]
    assert fetched(bucket, "said-nothing") == 200


def test_nothing_makes_an_address(bucket: Bucket) -> None:
    with pytest.raises(ValueError, match="no address"):
        store.store().url(store.keep(b"x")[0])


def test_no_name_leads_out_of_the_prefix(bucket: Bucket) -> None:
    with pytest.raises(Exception, match=r"denied|traversal"):
        store.put("../elsewhere", b"x")
    with pytest.raises(Exception, match="denied"):
        store.opened("../elsewhere")
    assert bucket.contents() == {}


def test_what_lies_beside_the_prefix_is_not_seen(bucket: Bucket) -> None:
    for key in ("other/ab/x", "attachments-old/ab/x", "x"):
        bucket.client.put_object(Bucket=bucket.name, Key=key, Body=b"x")
    stored_as, _ = store.keep(b"x")
    assert list(store.names()) == [stored_as]
    assert store.store().exists(stored_as)
    assert not store.store().exists("other/ab/x")


def test_more_objects_than_one_answer_lists(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "3")
    given = {store.put(f"{number % 4:02x}/{number:032x}", b"") for number in range(20)}
    page = bucket.client.list_objects(Bucket=bucket.name)
    assert (page["IsTruncated"], len(page["Contents"])) == (True, 3), "the control: more than one page"
    assert sorted(store.names()) == sorted(given)


def test_a_request_by_the_name_of_the_bucket_or_by_its_path(bucket: Bucket, settings: Any) -> None:
    def host(style: str) -> str:
        private = settings.STORAGES["private"]
        options = private["OPTIONS"] | {"addressing_style": style, "endpoint_url": "https://s3.example"}
        client = object_store.ObjectStore(**options).connection.meta.client
        told = {"Bucket": "office-files", "Key": "a"}
        return str(client.generate_presigned_url("get_object", Params=told)).partition("?")[0]

    assert host("path") == "https://s3.example/office-files/a"
    assert host("virtual") == "https://office-files.s3.example/a"


def test_another_programs_keys_are_not_taken(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
        monkeypatch.setenv(name, "of-another-program")
    one = object_store.ObjectStore(**settings.STORAGES["private"]["OPTIONS"])
    found = one.connection.meta.client._request_signer._credentials
    assert (found.secret_key, found.token) == (SECRET, None)


def test_a_bucket_that_is_not_there_is_no_missing_file(
    bucket: Bucket, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    private = settings.STORAGES["private"]
    options = private["OPTIONS"] | {"bucket_name": "nobody-made-this"}
    settings.STORAGES = settings.STORAGES | {"private": private | {"OPTIONS": options}}
    for act in (lambda: store.read("ab/x", ""), lambda: store.keep(b"x"), lambda: list(store.names())):
        with pytest.raises(store.Unreachable):
            act()
    assert "NoSuchBucket" in caplog.text
    assert SECRET not in caplog.text


def test_an_upload_while_it_is_away_leaves_nothing(
    office: Office, bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    head, data = office.actor("office_head"), word("甲")
    with bucket.server.away(), pytest.raises(store.Unreachable, match="文件没有保存") as told:
        add(head, SUBJECT, "甲.docx", data, timezone.now())
    assert told.value.code == "file_unreachable"
    assert not Attachment.objects.for_organ(office.organ).exists()
    assert not AuditLine.objects.filter(act="attachments.add").exists()
    assert bucket.contents() == {}
    assert "EndpointConnectionError" in caplog.text
    assert SECRET not in caplog.text
    one = add(head, SUBJECT, "甲.docx", data, timezone.now())
    assert bucket.contents() == {bucket.key(one.stored_as): data}


def test_reading_while_it_is_away_is_told_and_works_again(bucket: Bucket) -> None:
    stored_as, sha256 = store.keep(b"x")
    with bucket.server.away():
        with pytest.raises(store.Unreachable, match="没有读出来"):
            store.read(stored_as, sha256)
        with pytest.raises(store.Unreachable):
            list(store.names())
        with pytest.raises(store.Unreachable):
            store.stored_before(stored_as, timezone.now())
    assert store.read(stored_as, sha256) == b"x"


def test_erased_while_it_is_away_goes_in_the_night(
    office: Office, bucket: Bucket, django_capture_on_commit_callbacks: Any
) -> None:
    head = office.actor("office_head")
    one, other = (
        keep_made(head, SUBJECT, f"{name}.txt", b"x", timezone.now(), kind="txt", media_type="text/plain")
        for name in "甲乙"
    )
    with bucket.server.away(), django_capture_on_commit_callbacks(execute=True):
        erase(head, one, "重复上传", timezone.now())
    assert Attachment.objects.for_organ(office.organ).get(pk=one.pk).erased_because == "重复上传"
    assert set(store.names()) == {one.stored_as, other.stored_as}
    assert clear_away(timezone.now() + DAY) == 1
    assert set(store.names()) == {other.stored_as}
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        assert erase_all(head, SUBJECT, "期满", timezone.now()) == 1
    assert bucket.contents() == {}


def test_the_night_takes_what_no_row_knows_and_nothing_of_others(office: Office, bucket: Bucket) -> None:
    head = office.actor("office_head")
    one = keep_made(head, SUBJECT, "甲.txt", b"x", timezone.now(), kind="txt", media_type="text/plain")
    lost, _ = store.keep(b"lost")
    strange = {bucket.key(name) for name in ("read-me", "ab/read-me", "ab/" + "f" * 32)}
    for key in strange:
        bucket.client.put_object(Bucket=bucket.name, Key=key, Body=b"of others")
    assert clear_away(timezone.now() - DAY) == 0
    assert bucket.key(lost) in bucket.contents()
    assert clear_away(timezone.now() + DAY) == 1
    assert set(bucket.contents()) == {bucket.key(one.stored_as)} | strange


@contextmanager
def answering(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server that answers in its own way."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def elsewhere(settings: Any, address: str) -> None:
    """Have the store at another address."""
    private = settings.STORAGES["private"]
    options = private["OPTIONS"] | {"endpoint_url": address}
    settings.STORAGES = settings.STORAGES | {"private": private | {"OPTIONS": options}}


def test_a_busy_store_is_asked_so_often_and_no_more(
    bucket: Bucket, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Busy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(503)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    monkeypatch.setattr(object_store, "TRIES", 2)
    with answering(Busy) as address:
        elsewhere(settings, address)
        with pytest.raises(store.Unreachable):
            store.read("ab/x", "")
    assert len(asked) == 2


def test_an_answer_that_breaks_off_is_no_file(bucket: Bucket, settings: Any) -> None:
    class Short(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "100")
            self.end_headers()
            self.wfile.write(b"half")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with answering(Short) as address:
        elsewhere(settings, address)
        with pytest.raises(Refused) as told:
            store.read("ab/x", "")
    assert told.value.code == "file_unreachable"


def test_a_store_that_never_answers_is_not_waited_for(
    bucket: Bucket, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernel takes the connection, and nobody ever says a word."""
    monkeypatch.setattr(object_store, "READ_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        elsewhere(settings, f"http://127.0.0.1:{silent.getsockname()[1]}")
        with pytest.raises(store.Unreachable):
            store.read("ab/x", "")
