"""What somebody who files is asked to look at once more. Nothing here refuses: each is a hint beside a field.

What stays open is asked for by the office later (补正), as the law has it.

>>> document("resident", " ")
'没有填写证件号码。身份证明不全的，机关会通知您补正。'
>>> document("other", "军字第0001号")
''

Source: 条例 arts. 29, 30; law.md §8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.web.applications.documents import doubt

MISSING = "没有填写证件号码。身份证明不全的，机关会通知您补正。"
CONTACTS = ("phone", "email", "address", "fax")
PHONE = re.compile(r"\+?[\d()（）\-— 转]{5,30}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
NEEDED = {"email": "email", "mail": "address", "fax": "fax"}
"""What a way of getting the reply needs."""

Values = Mapping[str, str]


def document(kind: str, number: str) -> str:
    """What looks wrong about the number of a document, or that it is missing; "" where nothing strikes."""
    return doubt(kind, number) if number.strip() else MISSING


def concerns(values: Values, organisation: bool) -> Iterator[tuple[str, str]]:
    """Field and hint for everything that is missing or looks wrong; ``organisation`` for all but natural
    persons.
    """
    yield from _who(values, organisation)
    yield from _contact(values)
    get_by = values.get("get_by", "")
    if (field := NEEDED.get(get_by)) and not values.get(field):
        yield field, "您选择的获取方式要用到这一项，请填写，或者改选其他方式。"
    if values.get("agent") and not values.get("agent_number"):
        yield "agent_number", "请填写代理人的证件号码，并附授权委托书。"


def _who(values: Values, organisation: bool) -> Iterator[tuple[str, str]]:
    if not values.get("name"):
        yield "name", "没有填写名称。" if organisation else "没有填写姓名。"
    if not values.get("document_kind"):
        yield "document_kind", "请选择证件种类。"
    elif why := document(values["document_kind"], values.get("document_number", "")):
        yield "document_number", why
    if organisation:
        for name, words in (("representative", "法定代表人或者负责人"), ("contact_person", "联系人")):
            if not values.get(name):
                yield name, f"没有填写{words}。"


def _contact(values: Values) -> Iterator[tuple[str, str]]:
    if not any(values.get(name) for name in CONTACTS):
        yield "phone", "联系电话、电子邮箱、通信地址、传真至少填写一项，否则机关无法联系您。"
    if values.get("phone") and not PHONE.fullmatch(values["phone"]):
        yield "phone", "联系电话的写法不常见，请核对。"
    if values.get("fax") and not PHONE.fullmatch(values["fax"]):
        yield "fax", "传真号码的写法不常见，请核对。"
    if values.get("email") and not EMAIL.fullmatch(values["email"]):
        yield "email", "电子邮箱的写法不完整，请核对。"
    if values.get("postcode") and not re.fullmatch(r"\d{6}", values["postcode"], re.ASCII):
        yield "postcode", "邮政编码为6位数字，请核对。"
