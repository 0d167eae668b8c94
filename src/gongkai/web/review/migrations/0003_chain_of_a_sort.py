"""A chain may be set for one sort of a kind of content."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The sort for which a chain holds, empty for the kind in general; no steps where it follows that again."""

    dependencies = (("review", "0002_unchangeable"),)
    operations = (
        migrations.AddField(
            "reviewchain",
            "sort",
            models.CharField(blank=True, default="", max_length=20, verbose_name="文书种类"),
            preserve_default=False,
        ),
        migrations.AlterField(
            "reviewchain", "steps", models.JSONField(blank=True, default=list, verbose_name="审核环节")
        ),
    )
