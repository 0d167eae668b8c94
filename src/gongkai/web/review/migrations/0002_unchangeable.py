"""The database refuses to change or delete what was done and what was seen; only a new key may be put on
sealed columns.
"""

from django.db import migrations

TABLES = {
    "review_reviewentry": (
        "id",
        "organ_id",
        "subject",
        "position",
        "kind",
        "on",
        "recorded_at",
        "by",
        "data",
    ),
    "review_reviewcontent": ("id", "organ_id", "review", "hash"),
    "review_draftversion": None,
}
WORDS = "what was reviewed is never changed or deleted"


def _statements(vendor):
    for table, columns in TABLES.items():
        of = " OF " + ", ".join(f'"{name}"' for name in columns) if columns else ""
        if vendor == "sqlite":
            for act in (f"UPDATE{of}", "DELETE"):
                name = f"{table}_no_{act[:6].lower()}"
                yield f"CREATE TRIGGER {name} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        elif vendor == "postgresql":
            yield (
                f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
            )
            yield (
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE{of} OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
            )
            yield (
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
            )


def refuse_changes(apps, schema_editor):
    """Create the triggers of this database."""
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on the three tables."""

    dependencies = (("review", "0001_review"),)
    operations = (migrations.RunPython(refuse_changes, migrations.RunPython.noop),)
