import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("attachments", "0001_attachments"),
        ("letters", "0001_letters"),
        ("organs", "0002_relation_code"),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="更正的理由")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrects",
                        to="letters.letter",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="letters.letter",
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
                "ordering": ("at",),
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("posted", "已交寄、已发送"),
                            ("received", "已经送达（收件人收到）"),
                            ("returned", "退回、未能送达"),
                            ("notice", "公告送达"),
                        ],
                        max_length=12,
                        verbose_name="情况",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "当面送达"),
                            ("registered_mail", "邮寄送达"),
                            ("internet", "通过互联网渠道送达"),
                            ("email", "以电子邮件送达"),
                            ("fax", "以传真送达"),
                            ("notice", "公告送达"),
                        ],
                        max_length=20,
                        verbose_name="送达方式",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "tracking",
                    models.CharField(blank=True, max_length=80, verbose_name="邮件号码或者发送凭证"),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="备注")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="attachments.attachment",
                        verbose_name="凭证",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="letters.letter",
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
                "ordering": ("on", "at"),
            },
        ),
        migrations.CreateModel(
            name="LetterEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=40)),
                ("position", models.PositiveIntegerField()),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="letters.letter",
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
                "ordering": ("position",),
            },
        ),
    ]
