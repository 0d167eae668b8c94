"""Notices that wait for the people of the invented bureau."""

from __future__ import annotations

from gongkai.web.demo.world import INVENTED, World
from gongkai.web.notices.actions.tell import tell

WAITING = (
    ("reviewer", "review.waiting", {"number": "临司公开〔2024〕3号", "matter": "答复书", "by": "赵示例"}),
    ("reviewer", "review.waiting", {"number": "临司公开〔2024〕4号", "matter": "公开件", "by": "赵示例"}),
    ("handler", "review.sent_back", {"number": "临司公开〔2024〕2号", "matter": "答复书", "by": "钱示例"}),
    ("handler", "handover.received", {"by": "吴示例", "count": "2"}),
    (
        "office-head",
        "due.soon",
        {"number": "临司公开〔2024〕5号", "matter": "答复", "due": "2024年12月31日（星期二）"},
    ),
)
"""Login, kind, values."""


def add(world: World) -> None:
    """Tell them."""
    organ = world.organ(INVENTED)
    for number, (login, kind, values) in enumerate(WAITING):
        tell(organ, [world.person(login)], kind, world.now, key=f"demo/{number}", **values)
