"""The organs: four that published the reports of 2024 from which the figures come, by name and
place; one invented.
"""

from __future__ import annotations

from gongkai.web.demo.world import FIRST_DAY, INVENTED, World
from gongkai.web.organs.actions.dated import begin
from gongkai.web.organs.actions.found import found
from gongkai.web.organs.models import DisclosureOffice, OrganRelation

ORGANS: dict[str, dict[str, str]] = {
    "bt-sfj": {
        "name": "兵团司法局", "kind": "corps", "level": "province", "region": "659000",
    },
    "em-sfj": {
        "name": "额敏县司法局", "kind": "justice", "level": "county", "region": "654221",
        "hosted_on": "额敏县人民政府网站",
    },
    "xq-sfj": {
        "name": "银川市兴庆区司法局", "short_name": "兴庆区司法局",
        "kind": "justice", "level": "county", "region": "640104",
    },
    "zh-sfj": {
        "name": "湛河区司法局", "kind": "justice", "level": "county", "region": "410411",
    },
    INVENTED: {
        "name": "临溪县司法局（示例）", "short_name": "临溪县司法局",
        "kind": "justice", "level": "county", "region": "999901",
        "document_mark": "临司", "hosted_on": "临溪县人民政府网站（示例）",
    },
}  # fmt: skip
"""By code; what is said of the first four are facts that their reports print."""


def add(world: World) -> None:
    """Found the organs; the invented one with its disclosure office and its relations."""
    for code, values in ORGANS.items():
        found(world.now, FIRST_DAY, code=code, **values)
    actor, organ = world.operator(INVENTED, "organs.edit"), world.organ(INVENTED)
    office = DisclosureOffice(
        organ=organ,
        since=FIRST_DAY,
        name="临溪县司法局办公室（示例）",
        address="临溪县示例路1号",
        hours="工作日9:00至12:00、14:00至17:30",
        phone="0000-1234567",
        email="gongkai@linxi.example",
        postcode="999901",
    )
    begin(actor, office, world.now)
    for kind, name in (
        ("competent", "临溪县人民政府办公室（示例）"),
        ("superior", "云州市司法局（示例）"),
        ("government", "临溪县人民政府（示例）"),
    ):
        begin(actor, OrganRelation(organ=organ, since=FIRST_DAY, kind=kind, name=name), world.now)
