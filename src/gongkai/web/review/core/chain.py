"""审核环节: the steps that a content passes, who may hold each, and who signs for secrecy.

Two to five steps, three by default, each reviews and proofs (三审三校). No national norm lays the number
or the posts down (law.md §4.5: INFERRED from local rules), so an organ sets them for each kind of
content, and for one sort of it apart. What a sort may not do without is its :class:`Demand`.

>>> [step.name for step in DEFAULT.steps]
['一审一校', '二审二校', '三审三校']
>>> Chain((DEFAULT.steps[0],)).problem()
'审核环节为2至5个，现在是1个。请增加或者减少环节。'
"""

from __future__ import annotations

from dataclasses import dataclass

LEAST, MOST = 2, 5
FEWEST = 1
"""The least that any demand may ask for: somebody beside the author."""
ORDINALS = ("一", "二", "三", "四", "五")
SECRECY_NORM = "《政府信息公开条例》第十七条、《保守国家秘密法》第三十五条及其实施条例第四十二条"
CHASE_AFTER = 2
"""Working days after which a step that still waits is chased, unless the chain says otherwise (a
setting, no norm).
"""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name, the roles of which one may sign it, whether only for the author's own unit."""

    name: str
    roles: tuple[str, ...]
    own_unit: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """A step that only these roles sign (keys and names), and why: a sentence that ends with its norm."""

    roles: tuple[str, ...]
    names: str
    norm: str


@dataclass(frozen=True, slots=True)
class Demand:
    """What a chain may not do without: so many steps (and why, a sentence), and steps of certain roles."""

    least: int = LEAST
    why: str = ""
    needed: tuple[Needed, ...] = ()


ORDINARY = Demand()
"""What is asked of the chain of any content."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps in order, the roles that sign for secrecy, and after how many working days one is
    reminded.
    """

    steps: tuple[Step, ...]
    secrecy_roles: tuple[str, ...] = ("secrecy_reviewer",)
    chase_after: int = CHASE_AFTER

    def problem(self, demand: Demand = ORDINARY) -> str | None:
        """Why this chain cannot be used where that is demanded, as a sentence; None where it can."""
        if not demand.least <= len(self.steps) <= MOST:
            few = demand.why if len(self.steps) < demand.least else ""
            return f"审核环节为{demand.least}至{MOST}个，现在是{len(self.steps)}个。{few}请增加或者减少环节。"
        for number, step in enumerate(self.steps, 1):
            if not step.name.strip():
                return f"第{number}个环节没有名称。请填写，例如“{default_name(number)}”。"
            if not step.roles:
                return f"“{step.name}”没有可以签署的角色。请至少选择一个。"
        if len({step.name for step in self.steps}) < len(self.steps):
            return "有两个环节的名称相同。请改成不同的名称，以便在审核单上区分。"
        if not self.secrecy_roles:
            return f"保密审查没有可以签署的角色。保密审查不能省略（{SECRECY_NORM}），请至少选择一个。"
        if self.chase_after < 1:
            return "催办间隔至少为1个工作日。"
        return self._lacks(demand)

    def _lacks(self, demand: Demand) -> str | None:
        for one in demand.needed:
            if not any(set(step.roles) <= set(one.roles) for step in self.steps):
                return f"没有只由{one.names}签署的环节。{one.norm}请保留或者增加这样一个环节。"
        return None


def default_name(number: int) -> str:
    """The usual name of the step of that number, from 1: 一审一校."""
    return f"{ORDINALS[number - 1]}审{ORDINALS[number - 1]}校"


DEFAULT = Chain(
    (
        Step(default_name(1), ("reviewer",)),
        Step(default_name(2), ("office_head",)),
        Step(default_name(3), ("leader",)),
    )
)
"""The chain of an organ that has set none."""
