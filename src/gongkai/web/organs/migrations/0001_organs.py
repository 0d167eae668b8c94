import uuid

import django.db.models.deletion
from django.db import migrations, models

import gongkai.web.organs.models.organ


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Organ",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "code",
                    models.CharField(
                        max_length=40,
                        unique=True,
                        validators=[gongkai.web.organs.models.organ.check_code],
                        verbose_name="机关代码",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="机关全称")),
                ("short_name", models.CharField(blank=True, max_length=40, verbose_name="机关简称")),
                ("kind", models.CharField(max_length=20, verbose_name="机关类别")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "国家级"),
                            ("province", "省级"),
                            ("prefecture", "设区的市级"),
                            ("county", "县级"),
                            ("township", "乡级"),
                        ],
                        max_length=20,
                        verbose_name="层级",
                    ),
                ),
                (
                    "region",
                    models.CharField(
                        blank=True,
                        max_length=6,
                        validators=[gongkai.web.organs.models.organ.check_region],
                        verbose_name="行政区划代码",
                    ),
                ),
                (
                    "credit_code",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[gongkai.web.organs.models.organ.check_credit_code],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                ("document_mark", models.CharField(blank=True, max_length=20, verbose_name="机关代字")),
                ("own_site", models.URLField(blank=True, verbose_name="本机关网站")),
                (
                    "hosted_on",
                    models.CharField(blank=True, max_length=100, verbose_name="发布所依托的政府网站"),
                ),
                ("founded_on", models.DateField(verbose_name="在本系统启用之日")),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("group_head", "领导小组组长"),
                            ("group_deputy", "领导小组副组长"),
                            ("group_member", "领导小组成员"),
                            ("in_charge", "分管负责人"),
                            ("office_head", "工作机构负责人"),
                            ("contact", "日常联系人"),
                        ],
                        max_length=20,
                        verbose_name="工作分工",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("post", models.CharField(blank=True, max_length=60, verbose_name="职务")),
                ("document", models.CharField(blank=True, max_length=60, verbose_name="任命或调整文号")),
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
                "ordering": ("duty", "since"),
            },
        ),
        migrations.CreateModel(
            name="DisclosureOffice",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                ("name", models.CharField(max_length=100, verbose_name="机构名称")),
                ("address", models.CharField(max_length=200, verbose_name="办公地址")),
                ("hours", models.CharField(max_length=200, verbose_name="办公时间")),
                ("phone", models.CharField(max_length=60, verbose_name="联系电话")),
                ("fax", models.CharField(blank=True, max_length=60, verbose_name="传真号码")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱")),
                ("internet", models.CharField(blank=True, max_length=200, verbose_name="互联网联系方式")),
                ("postcode", models.CharField(blank=True, max_length=6, verbose_name="邮政编码")),
                ("letter_address", models.CharField(blank=True, max_length=200, verbose_name="信函接收地址")),
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
                "ordering": ("since",),
            },
        ),
        migrations.CreateModel(
            name="Adviser",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "kind",
                    models.CharField(
                        choices=[("legal_adviser", "法律顾问"), ("government_lawyer", "公职律师")],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("firm", models.CharField(blank=True, max_length=100, verbose_name="所在单位")),
                ("contact", models.CharField(blank=True, max_length=40, verbose_name="联系电话")),
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
                "ordering": ("kind", "since"),
            },
        ),
        migrations.CreateModel(
            name="OrganRelation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("competent", "政府信息公开主管部门"),
                            ("superior", "业务上级"),
                            ("government", "本级人民政府"),
                        ],
                        max_length=12,
                        verbose_name="关系",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="名称")),
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
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organs.organ",
                        verbose_name="本系统内的机关",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "since"),
            },
        ),
        migrations.CreateModel(
            name="RemedyBody",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("court", "有管辖权的人民法院"),
                            ("intermediate_court", "有管辖权的中级人民法院"),
                            ("reconsideration", "行政复议机关（手工指定）"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="地址")),
                ("online", models.CharField(blank=True, max_length=200, verbose_name="网上渠道")),
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
                "ordering": ("kind", "since"),
            },
        ),
    ]
