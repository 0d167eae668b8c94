"""行政复议机关: to whom one turns against an organ, by the kind of organ.

The kinds and the bodies are data (``review_bodies.toml``). Against a justice bureau there are two to choose
from; against an organ outside the ladder of local governments (兵团, others) the body is entered by hand.

>>> import datetime as dt
>>> [body.words for body in bodies_for("justice", dt.date(2026, 3, 10), government="临溪县人民政府").bodies]
['临溪县人民政府', '上一级司法行政部门']

Source: 行政复议法 (2023) arts. 24–28, read in full.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.settings import Settings
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed, NotInForce


@dataclass(frozen=True, slots=True)
class Body:
    """A body that hears the case: its role, its name where one was given, the words for the letter.

    ``named`` says which name it goes by: ``government`` or ``superior``; "" where it needs none.
    """

    role: str
    name: str | None
    words: str
    named: str = ""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies to choose from, with the article; ``by_hand`` where they must be entered by the organ.

    ``intermediate_court``: a suit against the organ goes to an intermediate court (行政诉讼法 art. 15).
    """

    organ_kind: str | None
    bodies: tuple[Body, ...]
    article: str
    by_hand: bool
    note: str
    mark: str
    intermediate_court: bool = False

    @property
    def words(self) -> str:
        """As the letter has it: 甲或者乙; a blank to fill where it must be entered by hand."""
        return "或者".join(body.words for body in self.bodies) or "〔请填写行政复议机关〕"


@cache
def _source() -> dict[str, Any]:
    text = files("gongkai.statute").joinpath("review_bodies.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def organ_kinds() -> dict[str, str]:
    """Every kind of organ that the law tells apart, with its Chinese name."""
    return {one["kind"]: one["name"] for one in _source()["organ"]}


def bodies_for(
    organ_kind: str | None,
    day: dt.date,
    *,
    government: str | None = None,
    superior: str | None = None,
    by_hand: str | None = None,
    settings: Settings | None = None,
) -> Bodies:
    """The bodies for an organ of that kind, for an act of ``day``.

    ``government`` is the name of the government at the organ's level (or that set it up, or manages it),
    ``superior`` that of the government or department above it. ``by_hand`` is the name of a body that the
    organ entered itself; it takes the place of what the law gives. A kind of None is one that is not known.
    Unless the setting ``bodies.by_hand`` is off, nothing is inferred for organs outside the ladder of
    governments. Raises :class:`NotAllowed` for a kind that there is not, :class:`NotInForce` before the
    law.
    """
    source = _source()
    if day < source["from"]:
        raise NotInForce(
            f"行政复议机关的规则自{day_words(source['from'])}起施行，{day_words(day)}的答复适用修订前的规定，请自行查明。"
        )
    wanted = organ_kind or "other"
    found = next((one for one in source["organ"] if one["kind"] == wanted), None)
    if found is None:
        known = "；".join(f"{key}（{name}）" for key, name in organ_kinds().items())
        raise NotAllowed(f"没有“{organ_kind}”这种机关，请从下列类别中选择：{known}。", source["source"])
    names = {"government": government, "superior": superior}
    if by_hand:
        chosen: tuple[Body, ...] = (Body("by_hand", by_hand, by_hand),)
    else:
        roles = {role["key"]: role for role in source["to"]}
        infer = not (settings or Settings.default()).of("bodies.by_hand")
        asked = found.get("inferred", found["to"]) if infer else found["to"]
        chosen = tuple(_body(roles[key], names) for key in asked)
    return Bodies(
        organ_kind=organ_kind,
        bodies=chosen,
        article=found["article"],
        by_hand=not chosen or bool(by_hand),
        note=found.get("note", ""),
        mark=found["mark"],
        intermediate_court=found.get("court") == "intermediate",
    )


def _body(role: dict[str, str], names: dict[str, str | None]) -> Body:
    name = names.get(role.get("named", ""))
    return Body(role["key"], name, name or role["words"], role.get("named", ""))
