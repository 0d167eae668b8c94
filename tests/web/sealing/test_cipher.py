"""Sealing: what goes in comes out, in its own place alone; equal texts are found, across organs not."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.sealing.cipher import (
    CannotOpen,
    blind_index,
    blind_indexes,
    key_for_file,
    key_of,
    normalised,
    seal,
    seal_file,
    unseal,
    unseal_file,
)
from gongkai.web.sealing.keys import new_ring, with_new_key

RINGS = {name: new_ring(name) for name in ("AES-GCM", "SM4-GCM")}


@pytest.mark.parametrize("algorithm", RINGS)
@given(text=st.text(max_size=200), place=st.text(max_size=40))
def test_a_text_comes_back(algorithm: str, text: str, place: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    place = place.encode("utf-8", "ignore").decode()
    ring = RINGS[algorithm]
    value = seal(ring, text, place)
    assert unseal(ring, value, place) == text
    assert value.startswith(f"{algorithm}$k1$")
    if len(text) > 3:
        assert text not in value


@pytest.mark.parametrize("algorithm", RINGS)
def test_it_opens_in_its_own_place_alone(algorithm: str) -> None:
    ring = RINGS[algorithm]
    value = seal(ring, "13800000000", "people/phone/1")
    with pytest.raises(CannotOpen, match="不属于这一条"):
        unseal(ring, value, "people/phone/2")


@pytest.mark.parametrize("algorithm", RINGS)
def test_a_changed_value_does_not_open(algorithm: str) -> None:
    ring = RINGS[algorithm]
    head, body = seal(ring, "13800000000", "x").rsplit("$", 1)
    data = bytearray(base64.b64decode(body))
    for at in range(len(data)):
        data[at] ^= 1
        with pytest.raises(CannotOpen):
            unseal(ring, f"{head}${base64.b64encode(data).decode()}", "x")
        data[at] ^= 1
    assert unseal(ring, f"{head}${body}", "x") == "13800000000"


@pytest.mark.parametrize("value", ["", "plain", "AES-GCM$k1", "SM4-GCM$k1$AAAA", "AES-GCM$k1$***"])
def test_what_is_no_sealed_value_is_told(value: str) -> None:
    with pytest.raises(CannotOpen):
        unseal(RINGS["AES-GCM"], value, "x")


def test_old_values_open_beside_a_new_key() -> None:
    old = new_ring()
    value = seal(old, "甲", "x")
    both = with_new_key(old, "SM4-GCM")
    assert unseal(both, value, "x") == "甲"
    assert key_of(seal(both, "甲", "x")) == "k2"


def test_sealing_twice_gives_two_values() -> None:
    ring = RINGS["AES-GCM"]
    assert seal(ring, "甲", "x") != seal(ring, "甲", "x")


def test_equal_texts_of_one_organ_have_one_index() -> None:
    ring = RINGS["AES-GCM"]
    one = blind_index(ring, "１３８-0000 0000", "linxi")
    assert one == blind_index(ring, "13800000000", "linxi")
    assert one != blind_index(ring, "13800000000", "dongping")
    assert one != blind_index(ring, "13800000001", "linxi")
    assert "13800000000" not in one


def test_while_keys_change_both_indexes_are_looked_for() -> None:
    old = new_ring()
    both = with_new_key(old)
    assert blind_index(old, "甲", "o") in blind_indexes(both, "甲", "o")
    assert blind_index(both, "甲", "o") in blind_indexes(both, "甲", "o")


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize("algorithm", RINGS)
def test_a_file_opens_with_its_own_key_in_its_own_place_alone(algorithm: str) -> None:
    data = bytes(range(256)) * 9
    key, other = key_for_file(RINGS[algorithm]), key_for_file(RINGS[algorithm])
    body = seal_file(key, data, "held/1")
    assert unseal_file(key, body, "held/1") == data
    assert data[:32] not in body
    assert body != seal_file(key, data, "held/1"), "no two are alike"
    assert key.startswith(f"{algorithm}$")
    changed = body[:40] + bytes([body[40] ^ 1]) + body[41:]
    for wrong in (
        (other, body, "held/1"),
        (key, body, "held/2"),
        (key, changed, "held/1"),
        (key, b"", "held/1"),
    ):
        with pytest.raises(CannotOpen):
            unseal_file(*wrong)
