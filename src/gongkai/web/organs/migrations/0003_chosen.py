"""What an organ chose, append-only: the database refuses to change or delete it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

TABLE = "organs_chosen"
WORDS = "what was chosen is never changed or deleted"


def _statements(vendor):
    if vendor == "sqlite":
        for act in ("UPDATE", "DELETE"):
            name = f"{TABLE}_no_{act.lower()}"
            yield f"CREATE TRIGGER {name} BEFORE {act} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    elif vendor == "postgresql":
        yield (
            f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
        )
        yield (
            f"CREATE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} "
            f"FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()"
        )
        yield (
            f"CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()"
        )


def refuse_changes(apps, schema_editor):
    """Create the triggers of this database."""
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("organs", "0002_relation_code")]

    operations = [
        migrations.CreateModel(
            name="Chosen",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=60, verbose_name="设置")),
                ("value", models.JSONField(verbose_name="取法")),
                ("since", models.DateField(verbose_name="自哪一天起")),
                ("reason", models.CharField(max_length=300, verbose_name="理由")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "ordering": ("name", "since", "at"),
                "indexes": [models.Index(fields=["organ", "since"], name="chosen_since")],
            },
        ),
        migrations.RunPython(refuse_changes, migrations.RunPython.noop),
    ]
