from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditAnchor",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("heads", models.JSONField(default=dict)),
                ("algorithm", models.CharField(max_length=16)),
                ("root", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("chain", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("hash", models.CharField(default="", max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="AuditLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.CharField(max_length=64)),
                ("number", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=64)),
                ("act", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=200)),
                ("data", models.JSONField(default=dict)),
                ("algorithm", models.CharField(max_length=16)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("chain", "number"),
                "indexes": [
                    models.Index(fields=["chain", "subject"], name="audit_line_subject"),
                    models.Index(fields=["chain", "at"], name="audit_line_at"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("chain", "number"), name="audit_line_position")
                ],
            },
        ),
    ]
