from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0002_afterwards")]

    operations = [
        migrations.AlterField(
            model_name="correction",
            name="reason",
            field=models.CharField(max_length=300, verbose_name="原文书有误之处"),
        ),
        migrations.AddField(
            model_name="correction",
            name="holds",
            field=models.CharField(default="", max_length=300, verbose_name="更正后的内容"),
        ),
    ]
