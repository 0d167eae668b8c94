"""The people, all of them invented: one for each role in the invented bureau, two in each of the others."""

from __future__ import annotations

from gongkai.web.demo.organs import ORGANS
from gongkai.web.demo.world import FIRST_DAY, INVENTED, World
from gongkai.web.people.actions.accounts import add_person
from gongkai.web.people.actions.reset import first_password
from gongkai.web.people.actions.roles import grant
from gongkai.web.rights.roles import roles

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
ELSEWHERE = ("office_head", "handler")


def staff() -> dict[str, tuple[str, str, str]]:
    """Every person: login → (code of the organ, name, role)."""
    out = {}
    for surname, (key, role) in zip(SURNAMES, roles().items(), strict=False):
        out[key.replace("_", "-")] = (INVENTED, f"{surname}示例", role.key)
    for code in ORGANS:
        if code != INVENTED:
            for key in ELSEWHERE:
                out[f"{code}.{key.replace('_', '-')}"] = (code, f"演示{roles()[key].name}", key)
    return out


def add(world: World) -> None:
    """Add the accounts with passwords that nobody knows; the demonstration sets new ones at each start."""
    for login, (code, name, role) in staff().items():
        actor = world.operator(code, "people.edit", "people.grant")
        organ = world.organ(code)
        password = first_password(login, name)
        person = add_person(
            actor, organ, world.now, on=FIRST_DAY, login=login, name=name, password=password,
            email=f"{login}@linxi.example",
        )  # fmt: skip
        grant(actor, person, role, FIRST_DAY, world.now)
