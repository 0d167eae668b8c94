"""PostgreSQL: indexes for lists sorted by a day, the latest first, that have the cases without one at the end.

SQLite reads the same order from the indexes that there are, and cannot declare where an index has its blanks;
therefore these stand here and not with the model.
"""

from django.db import migrations

DAYS = ("due", "filed_on", "received_on")


def _statements(vendor, words):
    if vendor == "postgresql":
        for day in DAYS:
            yield words.format(name=f"standing_{day}_latest", day=day)


def add(apps, schema_editor):
    """Create the indexes where the database is PostgreSQL."""
    words = "CREATE INDEX {name} ON applications_standing (organ_id, {day} DESC NULLS LAST, id DESC)"
    for statement in _statements(schema_editor.connection.vendor, words):
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    """Take them away again."""
    for statement in _statements(schema_editor.connection.vendor, "DROP INDEX {name}"):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("applications", "0012_remark")]

    operations = [migrations.RunPython(add, remove)]
