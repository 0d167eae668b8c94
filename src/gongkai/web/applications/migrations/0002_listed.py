from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    """Copy what lists show of an application beside where it stands."""
    names = ("number", "matter", "applicant", "channel", "filed_on")
    application = apps.get_model("applications", "Application").objects.filter(pk=OuterRef("application_id"))
    values = {name: Subquery(application.values(name)[:1]) for name in names}
    apps.get_model("applications", "Standing").objects.update(**values)


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0001_applications"),
        ("organs", "0002_relation_code"),
    ]

    operations = [
        migrations.AddField(
            model_name="standing",
            name="applicant",
            field=models.CharField(blank=True, max_length=24, verbose_name="申请人类别"),
        ),
        migrations.AddField(
            model_name="standing",
            name="channel",
            field=models.CharField(blank=True, max_length=20, verbose_name="提交渠道"),
        ),
        migrations.AddField(
            model_name="standing",
            name="filed_on",
            field=models.DateField(null=True, verbose_name="提交日期"),
        ),
        migrations.AddField(
            model_name="standing",
            name="matter",
            field=models.CharField(blank=True, max_length=80, verbose_name="事项"),
        ),
        migrations.AddField(
            model_name="standing",
            name="number",
            field=models.CharField(blank=True, max_length=20, verbose_name="登记号"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "number"], name="standing_number"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "due"], name="standing_due"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "filed_on"], name="standing_filed"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "row", "number"], name="standing_row"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
