"""The lines of audit, the head of each chain, and the daily anchor over all heads.

A line holds ids and hashes, no personal values, and stands for itself: it points to no other table, so it
outlives what
it tells of. The database refuses to change or delete a line or an anchor (triggers of the migration).

Source: 网络安全法 (kept at least six months); GB/T 22239-2019 安全审计; design decision 5.
"""

from __future__ import annotations

from django.db import models


class AuditLine(models.Model):
    """One act: who (an id), when, what, on which subject; bound to the line before it by its hash."""

    chain = models.CharField(max_length=64)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    act = models.CharField(max_length=64)
    subject = models.CharField(max_length=200)
    data = models.JSONField(default=dict)
    algorithm = models.CharField(max_length=16)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("chain", "number")
        constraints = (models.UniqueConstraint(fields=("chain", "number"), name="audit_line_position"),)
        indexes = (
            models.Index(fields=("chain", "subject"), name="audit_line_subject"),
            models.Index(fields=("chain", "at"), name="audit_line_at"),
        )


class AuditHead(models.Model):
    """The last line of a chain; locked while a line is added, so that the chain has no fork."""

    chain = models.CharField(max_length=64, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")


class AuditAnchor(models.Model):
    """All heads on a day, in one hash that can be printed and kept outside."""

    day = models.DateField(primary_key=True)
    heads = models.JSONField(default=dict)
    algorithm = models.CharField(max_length=16)
    root = models.CharField(max_length=64)
    made_at = models.DateTimeField()
