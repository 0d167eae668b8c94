import uuid

import django.db.models.deletion
from django.db import migrations, models

import gongkai.web.sealing.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("attachments", "0001_attachments"),
        ("organs", "0001_organs"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("subject", models.CharField(db_index=True, max_length=80)),
                ("kind", models.CharField(max_length=8, verbose_name="文书")),
                ("version", models.PositiveIntegerField(default=0)),
                ("on", models.DateField(verbose_name="成文日期")),
                ("digest", models.CharField(max_length=64, verbose_name="文字校验值")),
                ("sealed", models.BooleanField(verbose_name="需要用印")),
                ("drafted_by", models.CharField(max_length=64)),
                ("drafted_at", models.DateTimeField(verbose_name="起草时间")),
                ("series", models.CharField(blank=True, max_length=8)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("serial", models.PositiveIntegerField(blank=True, null=True)),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="发文字号")),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("issued_by", models.CharField(blank=True, max_length=64)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "ordering": ("-drafted_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("paper", "纸质（当面、邮寄）"),
                            ("electronic", "电子（互联网渠道、电子邮件、传真）"),
                        ],
                        max_length=12,
                        verbose_name="发出方式",
                    ),
                ),
                ("on", models.DateField(verbose_name="发出日期")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="机关",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispatches",
                        to="letters.letter",
                    ),
                ),
            ],
            options={
                "ordering": ("on", "at"),
            },
        ),
        migrations.CreateModel(
            name="LetterVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(verbose_name="版本")),
                ("on", models.DateField(verbose_name="成文日期")),
                ("facts", gongkai.web.sealing.fields.SealedField(blank=True, default="")),
                ("paper", gongkai.web.sealing.fields.SealedField(blank=True, default="")),
                ("digest", models.CharField(max_length=64, verbose_name="文字校验值")),
                ("made_by", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(verbose_name="生成时间")),
                (
                    "docx",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="attachments.attachment",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="letters.letter",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="attachments.attachment",
                    ),
                ),
            ],
            options={
                "ordering": ("letter", "number"),
            },
        ),
        migrations.CreateModel(
            name="LetterVoid",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="作废的理由")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="void", to="letters.letter"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pattern",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                ("prefix", models.CharField(max_length=20, verbose_name="机关代字")),
                (
                    "pattern",
                    models.CharField(
                        default="{prefix}公开{series}〔{year}〕{serial}号",
                        max_length=80,
                        verbose_name="发文字号格式",
                    ),
                ),
                ("set_by", models.CharField(max_length=64)),
                ("set_at", models.DateTimeField()),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "ordering": ("since", "set_at"),
            },
        ),
        migrations.CreateModel(
            name="SealedScan",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64)),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="attachments.attachment",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scans", to="letters.letter"
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="机关",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["organ", "drafted_at"], name="letter_of_organ"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("serial__isnull", False)),
                fields=("organ", "series", "year", "serial"),
                name="letter_serial",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("organ", "number"),
                name="letter_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterversion",
            constraint=models.UniqueConstraint(fields=("letter", "number"), name="letter_version_number"),
        ),
    ]
