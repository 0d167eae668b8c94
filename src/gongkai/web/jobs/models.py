"""What must happen once: a period of a periodic job, and the effect of a task that may be run twice.

Both tables are of the installation, not of an organ; a row is a lock that all machines share.
"""

from __future__ import annotations

from django.db import models


class PeriodicRun(models.Model):
    """A periodic job was put into the queue for a period; no two ticks can do so for the same one."""

    job = models.CharField(max_length=60)
    period = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("job", "period")
        constraints = (models.UniqueConstraint(fields=("job", "period"), name="periodic_run_once"),)


class DoneOnce(models.Model):
    """The effect that this key names stands in the database; written in the transaction of the effect."""

    key = models.CharField(max_length=200, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
