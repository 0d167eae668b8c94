from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applications", "0010_together_in_the_ledger")]

    operations = [
        migrations.AlterField(
            model_name="note",
            name="kind",
            field=models.CharField(
                choices=[
                    ("contact", "联系记录"),
                    ("asked", "请申请人网上确认"),
                    ("comment", "内部意见"),
                    ("opinion", "法律意见"),
                ],
                max_length=12,
                verbose_name="种类",
            ),
        ),
    ]
