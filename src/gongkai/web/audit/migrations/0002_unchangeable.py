"""The database refuses to change or delete a line of audit or an anchor, whoever asks."""

from django.db import migrations

TABLES = ("audit_auditline", "audit_auditanchor")
WORDS = "audit records are never changed or deleted"


def _statements(vendor):
    for table in TABLES:
        if vendor == "sqlite":
            for act in ("UPDATE", "DELETE"):
                yield (
                    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
                )
        elif vendor == "postgresql":
            yield (
                f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
            )
            yield (
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
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
    """Triggers on both tables."""

    dependencies = (("audit", "0001_lines"),)
    operations = (migrations.RunPython(refuse_changes, migrations.RunPython.noop),)
