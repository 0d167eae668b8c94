"""What the citizen's pages do by themselves: clear away the files of forms that were never sent."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from gongkai.web.applying.actions.hold import clear
from gongkai.web.jobs.schedule import every


@every("applying.held", minutes=15, words="清除过期的暂存附件")
@task()
def clear_held() -> None:
    """Let go of what has been held for its time."""
    clear(timezone.now())
