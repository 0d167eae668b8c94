import uuid

import django.db.models.deletion
from django.db import migrations, models

import gongkai.web.sealing.fields


class Migration(migrations.Migration):
    dependencies = [("applications", "0011_asked"), ("organs", "0003_chosen")]

    operations = [
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("position", models.PositiveIntegerField()),
                ("text", gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="备注")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="applications.application",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
            ],
            options={"ordering": ("application", "position")},
        ),
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.UniqueConstraint(fields=("application", "position"), name="remark_of_entry"),
        ),
    ]
