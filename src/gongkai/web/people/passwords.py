"""What a password must be like: Django asks this validator wherever a password is set."""

from __future__ import annotations

import unicodedata
from typing import Any

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from gongkai.web.people.models import PastPassword, Person
from gongkai.web.people.policy import Policy, policy

MOST = 128
"""Longer ones are refused before they are hashed."""


def kinds_of(password: str) -> int:
    """How many of the four kinds of characters: capitals, small letters, digits, others.

    >>> kinds_of("Linxi-2026")
    4
    """
    tests = (str.isupper, str.islower, str.isdigit, lambda c: not (c.isupper() or c.islower() or c.isdigit()))
    return sum(any(test(c) for c in password) for test in tests)


class PasswordPolicy:
    """Length, kinds of characters, commonness, likeness to the person, past passwords: as the policy asks."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raise ``ValidationError`` with every fault at once."""
        rules = policy()
        faults = list(_faults(password, rules))
        if user is not None:
            if _names(password, user):
                faults.append("口令不能包含登录名或者姓名。")
            elif used_before(password, user, rules):
                faults.append(_used(rules))
        if faults:
            raise ValidationError(faults)

    def get_help_text(self) -> str:
        """The rules in one sentence, as shown beside the field."""
        return rules_in_words(policy())


def _faults(password: str, rules: Policy) -> Any:
    if len(password) < rules.length:
        yield f"口令只有{len(password)}个字符，至少需要{rules.length}个。"
    if len(password) > MOST:
        yield f"口令超过{MOST}个字符，请缩短。"
    if kinds_of(password) < rules.kinds:
        asked = f"口令应当包含大写字母、小写字母、数字、其他符号中的至少{rules.kinds}种"
        yield f"{asked}，现在只有{kinds_of(password)}种。"
    try:
        CommonPasswordValidator().validate(unicodedata.normalize("NFKC", password))
    except ValidationError:
        yield "这个口令在常见口令清单上，容易被猜中，请换一个。"


def _names(password: str, user: Person) -> bool:
    text = password.lower()
    return any(len(one) > 1 and one.lower() in text for one in (user.login, user.name) if one)


def used_before(password: str, person: Person, rules: Policy) -> bool:
    """Whether it is the present password, or one of the last that the policy remembers."""
    if not person.password:
        return False
    if check_password(password, person.password):
        return True
    past = PastPassword.objects.filter(person=person).order_by("-until")[: rules.memory]
    return any(check_password(password, one.hash) for one in past)


def _used(rules: Policy) -> str:
    more = f"，也不能与最近{rules.memory}个以往口令相同" if rules.memory else ""
    return f"新口令不能与现在的口令相同{more}，请换一个。"


def rules_in_words(rules: Policy) -> str:
    """The rules for a password as a person reads them."""
    said = [f"至少{rules.length}个字符"]
    if rules.kinds:
        said.append(f"包含大写字母、小写字母、数字、其他符号中的至少{rules.kinds}种")
    said.append("不在常见口令清单上，不包含登录名和姓名")
    if rules.memory:
        said.append(f"不与最近{rules.memory}个口令相同")
    if rules.days:
        said.append(f"每{rules.days}天更换一次")
    return "，".join(said) + "。"
