import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0002_listed"),
        ("letters", "0001_letters"),
        ("organs", "0002_relation_code"),
        ("replies", "0001_replies"),
        ("review", "0002_unchangeable"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[("proactive", "转为主动公开"), ("answer", "答复选登")],
                        max_length=10,
                        verbose_name="用途",
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="理由")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="applications.application",
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="from_case",
                        to="review.draft",
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
            name="Erasure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="清除的依据和理由")),
                ("counts", models.JSONField(default=dict, verbose_name="清除的项数")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "application",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasure",
                        to="applications.application",
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
            name="Withheld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("partly_disclosed", "部分公开，其余不公开"),
                            ("withheld.state_secret", "国家秘密，不予公开"),
                            ("withheld.prohibited_by_law", "法律、行政法规禁止公开，不予公开"),
                            ("withheld.security_stability", "公开后可能危及安全、稳定，不予公开"),
                            ("withheld.third_party", "公开会损害第三方合法权益，不予公开"),
                            ("withheld.internal_affairs", "内部事务信息，不予公开"),
                            ("withheld.deliberative", "过程性信息，不予公开"),
                            ("withheld.enforcement_file", "行政执法案卷信息，不予公开"),
                        ],
                        max_length=60,
                        verbose_name="不公开的依据",
                    ),
                ),
                ("since", models.DateField(verbose_name="答复日期")),
                ("first_on", models.DateField(verbose_name="首次评估日期")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withheld",
                        to="applications.application",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withheld",
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
                "ordering": ("since", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Reassessment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField(verbose_name="评估日期")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("keep", "仍不予公开"), ("part", "可以部分公开"), ("release", "可以公开")],
                        max_length=10,
                        verbose_name="评估结论",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="下次评估日期")),
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
                    "withheld",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reassessments",
                        to="replies.withheld",
                    ),
                ),
            ],
            options={
                "ordering": ("on", "at"),
            },
        ),
        migrations.CreateModel(
            name="Archive",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("serial", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=40, verbose_name="案卷号")),
                (
                    "retention",
                    models.CharField(
                        choices=[("permanent", "永久"), ("long", "定期（较长）"), ("short", "定期（较短）")],
                        max_length=10,
                        verbose_name="保管期限",
                    ),
                ),
                ("keep_until", models.DateField(blank=True, null=True, verbose_name="保管到")),
                ("on", models.DateField(verbose_name="归档日期")),
                ("listed", models.JSONField(default=list, verbose_name="卷内目录")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "application",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archive",
                        to="applications.application",
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
                "ordering": ("-year", "-serial"),
                "constraints": [
                    models.UniqueConstraint(fields=("organ", "year", "serial"), name="archive_serial")
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200, verbose_name="标题")),
                ("body", models.TextField(verbose_name="内容")),
                ("on", models.DateField(verbose_name="发布日期")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=64)),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=200, verbose_name="撤下的理由"),
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
                (
                    "source",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="replies.casedraft",
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-at"),
                "indexes": [models.Index(fields=["withdrawn_at", "-on"], name="answer_shown")],
            },
        ),
        migrations.AddConstraint(
            model_name="withheld",
            constraint=models.UniqueConstraint(fields=("letter",), name="withheld_of_letter"),
        ),
    ]
