from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0005_urging"),
        ("organs", "0002_relation_code"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "stage", "number"], name="standing_stage_number"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "timely", "closed_on"], name="standing_timely"),
        ),
    ]
