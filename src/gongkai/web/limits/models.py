"""What was tried how often since when; by a hash of who, so that the table names nobody."""

from __future__ import annotations

from django.db import models


class Tried(models.Model):
    """The tries of one address or person against one limit, in the window that began at ``since``."""

    key = models.CharField(max_length=40)
    who = models.CharField(max_length=64)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "who"), name="limits_tried_once"),)
        indexes = (models.Index(fields=("since",), name="limits_tried_since"),)
