from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0007_by_applicant"),
        ("organs", "0002_relation_code"),
        ("people", "0002_signing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["organ", "application"], name="assignment_of_case"),
        ),
    ]
