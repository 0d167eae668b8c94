from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applying", "0001_sent")]

    operations = [
        migrations.AlterField(
            model_name="supplement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "补正"),
                    ("reasons", "说明理由"),
                    ("material", "补充材料"),
                    ("withdrawal", "撤回的说明"),
                    ("suggestion", "建议主动公开"),
                ],
                max_length=12,
                verbose_name="种类",
            ),
        ),
    ]
