import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import gongkai.web.sealing.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organs", "0001_organs"),
        ("people", "0001_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.CharField(max_length=20, verbose_name="登记号")),
                ("code_hash", models.CharField(blank=True, db_index=True, max_length=64)),
                ("once_key", models.CharField(blank=True, max_length=64)),
                (
                    "applicant",
                    models.CharField(
                        choices=[
                            ("natural_person", "自然人"),
                            ("business", "商业企业"),
                            ("research_institute", "科研机构"),
                            ("public_interest_body", "社会公益组织"),
                            ("legal_service", "法律服务机构"),
                            ("other", "其他"),
                        ],
                        max_length=24,
                        verbose_name="申请人类别",
                    ),
                ),
                (
                    "name",
                    gongkai.web.sealing.fields.SealedField(
                        blank=True, default="", index="name_index", verbose_name="姓名或者名称"
                    ),
                ),
                ("name_index", models.CharField(blank=True, db_index=True, max_length=80)),
                (
                    "document_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resident", "居民身份证"),
                            ("passport", "护照"),
                            ("permit", "港澳台居民证件"),
                            ("credit_code", "统一社会信用代码"),
                            ("other", "其他证件"),
                        ],
                        max_length=16,
                        verbose_name="证件种类",
                    ),
                ),
                (
                    "document_number",
                    gongkai.web.sealing.fields.SealedField(
                        blank=True, default="", index="document_index", verbose_name="证件号码"
                    ),
                ),
                ("document_index", models.CharField(blank=True, db_index=True, max_length=80)),
                (
                    "representative",
                    gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="法定代表人"),
                ),
                (
                    "contact_person",
                    gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="联系人"),
                ),
                (
                    "phone",
                    gongkai.web.sealing.fields.SealedField(
                        blank=True, default="", index="phone_index", verbose_name="联系电话"
                    ),
                ),
                ("phone_index", models.CharField(blank=True, db_index=True, max_length=80)),
                (
                    "email",
                    gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="电子邮箱"),
                ),
                (
                    "address",
                    gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="通信地址"),
                ),
                (
                    "postcode",
                    gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="邮政编码"),
                ),
                ("fax", gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="传真")),
                (
                    "agent",
                    gongkai.web.sealing.fields.SealedField(blank=True, default="", verbose_name="代理人"),
                ),
                (
                    "agent_number",
                    gongkai.web.sealing.fields.SealedField(
                        blank=True, default="", verbose_name="代理人证件号码"
                    ),
                ),
                ("matter", models.CharField(blank=True, max_length=80, verbose_name="事项")),
                ("request", models.TextField(verbose_name="所需政府信息的内容描述")),
                ("record_name", models.CharField(blank=True, max_length=200, verbose_name="信息名称")),
                ("record_ref", models.CharField(blank=True, max_length=80, verbose_name="文号")),
                (
                    "provide_as",
                    models.CharField(
                        choices=[
                            ("paper", "纸质"),
                            ("file", "电子文件"),
                            ("disc", "光盘"),
                            ("look", "查阅、抄录"),
                            ("any", "不限"),
                        ],
                        default="any",
                        max_length=10,
                        verbose_name="提供方式",
                    ),
                ),
                (
                    "get_by",
                    models.CharField(
                        choices=[
                            ("online", "网上获取"),
                            ("email", "电子邮件"),
                            ("mail", "邮寄"),
                            ("pick_up", "自行领取"),
                            ("fax", "传真"),
                            ("any", "不限"),
                        ],
                        default="any",
                        max_length=10,
                        verbose_name="获取方式",
                    ),
                ),
                ("needs_help", models.CharField(blank=True, max_length=200, verbose_name="需要的协助")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("in_person", "当面提交"),
                            ("oral", "口头提出，工作人员代为填写"),
                            ("registered_mail", "挂号信、特快专递等签收邮件"),
                            ("plain_mail", "平信"),
                            ("internet", "互联网渠道"),
                            ("email", "电子邮件"),
                            ("fax", "传真"),
                        ],
                        max_length=20,
                        verbose_name="提交渠道",
                    ),
                ),
                ("filed_on", models.DateField(verbose_name="提交日期")),
                ("filed_at", models.DateTimeField()),
                ("filed_by", models.CharField(blank=True, max_length=64)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="ApplicationRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("subject", models.CharField(max_length=64)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("by", models.CharField(max_length=64)),
                ("data", models.JSONField(default=dict)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organs.organ"
                    ),
                ),
            ],
            options={
                "ordering": ("subject", "position"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
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
                        choices=[("handler", "承办"), ("co_handler", "协办")],
                        max_length=12,
                        verbose_name="分工",
                    ),
                ),
                ("given_by", models.CharField(max_length=64)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
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
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("since", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("contact", "联系记录"), ("comment", "内部意见"), ("opinion", "法律意见")],
                        max_length=12,
                        verbose_name="种类",
                    ),
                ),
                ("text", models.TextField(verbose_name="内容")),
                ("by", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
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
                ("to", models.ManyToManyField(blank=True, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ("at",),
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("position", models.PositiveIntegerField(default=0)),
                ("stage", models.CharField(max_length=20)),
                ("row", models.CharField(blank=True, max_length=40)),
                ("received_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("due", models.DateField(null=True)),
                ("lenient", models.DateField(null=True)),
                ("provisional", models.BooleanField(default=False)),
                ("next_what", models.CharField(blank=True, max_length=60)),
                ("next_on", models.DateField(null=True)),
                ("timely", models.BooleanField(null=True)),
                (
                    "application",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standing",
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
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(fields=("organ", "number"), name="application_number"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=models.Q(("once_key", ""), _negated=True),
                fields=("organ", "once_key"),
                name="application_once",
            ),
        ),
        migrations.AddIndex(
            model_name="applicationrow",
            index=models.Index(fields=["organ", "on"], name="application_entry_day"),
        ),
        migrations.AddConstraint(
            model_name="applicationrow",
            constraint=models.UniqueConstraint(
                fields=("organ", "subject", "position"), name="application_entry_position"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["person", "until"], name="assignment_of_person"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "closed_on", "due"], name="standing_open_due"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "stage", "due"], name="standing_stage_due"),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["organ", "received_on"], name="standing_received"),
        ),
    ]
