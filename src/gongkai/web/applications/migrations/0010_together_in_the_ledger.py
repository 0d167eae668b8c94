from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applications", "0009_standing_order")]

    operations = [
        migrations.AddField(
            model_name="standing",
            name="together_with",
            field=models.CharField(blank=True, default="", max_length=20, verbose_name="合并于"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "together_with"], name="standing_together"),
        ),
        migrations.DeleteModel(name="Together"),
    ]
