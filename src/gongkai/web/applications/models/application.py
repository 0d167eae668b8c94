"""An application as it was filed: who asks, what for, in which form. What happens to it stands in its
entries.

Who asks is sealed; lists show the number and the matter, a short name that the clerk gives and that holds
nothing
private. There is no field for a purpose: nobody may be asked for one.

Source: 条例 art. 29 (三项内容), 43; law.md §8; 国办公开办函〔2021〕30号 (columns).
"""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from gongkai.ledger.applications import Applicant
from gongkai.statute.events import Channel
from gongkai.tables.form import form
from gongkai.web.organs.models import Organ
from gongkai.web.sealing.fields import SealedField, SealedRow

APPLICANTS = {
    Applicant(column.key): column.label
    for column in form("2021").table("applications").columns
    if column.key in set(Applicant)
}
"""The six kinds of applicant, as the official table names them."""
CHANNELS = {
    Channel.IN_PERSON: "当面提交",
    Channel.ORAL: "口头提出，工作人员代为填写",
    Channel.REGISTERED_MAIL: "挂号信、特快专递等签收邮件",
    Channel.PLAIN_MAIL: "平信",
    Channel.INTERNET: "互联网渠道",
    Channel.EMAIL: "电子邮件",
    Channel.FAX: "传真",
}
DOCUMENTS = {
    "resident": "居民身份证",
    "passport": "护照",
    "permit": "港澳台居民证件",
    "credit_code": "统一社会信用代码",
    "other": "其他证件",
}
PROVIDE_AS = {"paper": "纸质", "file": "电子文件", "disc": "光盘", "look": "查阅、抄录", "any": "不限"}
GET_BY = {
    "online": "网上获取",
    "email": "电子邮件",
    "mail": "邮寄",
    "pick_up": "自行领取",
    "fax": "传真",
    "any": "不限",
}
LONGEST = {
    "name": 100, "document_number": 40, "representative": 100, "contact_person": 100,
    "phone": 60, "email": 120, "address": 200, "postcode": 20, "fax": 60,
    "agent": 100, "agent_number": 40, "matter": 80, "request": 10000,
    "record_name": 200, "record_ref": 80, "needs_help": 200,
}  # fmt: skip
"""Most characters of each value, however it comes in: typed by a citizen or a clerk, or from a table. The
request holds five pages.
"""


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Applications of an organ."""

    def for_organ(self, organ: Organ | UUID | None) -> ApplicationQuerySet:
        """The applications to one organ; none for None."""
        return self.filter(organ_id=getattr(organ, "pk", organ)) if organ else self.none()

    def across_organs(self) -> ApplicationQuerySet:
        """Every application; only for remaking projections and changing keys, never for a page."""
        return self.select_related("organ").order_by("pk")

    def by_code(self, code_hash: str) -> Application | None:
        """The application with that query code, of whatever organ; only for who asks by the code."""
        return self.filter(code_hash=code_hash).select_related("organ").first() if code_hash else None


class Application(SealedRow):
    """An application; its number is given once it is registered, its query code is kept as a hash alone."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    number = models.CharField("登记号", max_length=20)
    code_hash = models.CharField(max_length=64, blank=True, db_index=True)
    once_key = models.CharField(max_length=64, blank=True)

    applicant = models.CharField(
        "申请人类别", max_length=24, choices=[(str(k), v) for k, v in APPLICANTS.items()]
    )
    name = SealedField("姓名或者名称", index="name_index")
    name_index = models.CharField(max_length=80, blank=True, db_index=True)
    document_kind = models.CharField("证件种类", max_length=16, choices=list(DOCUMENTS.items()), blank=True)
    document_number = SealedField("证件号码", index="document_index")
    document_index = models.CharField(max_length=80, blank=True, db_index=True)
    representative = SealedField("法定代表人")
    contact_person = SealedField("联系人")
    phone = SealedField("联系电话", index="phone_index")
    phone_index = models.CharField(max_length=80, blank=True, db_index=True)
    email = SealedField("电子邮箱")
    address = SealedField("通信地址")
    postcode = SealedField("邮政编码")
    fax = SealedField("传真")
    agent = SealedField("代理人")
    agent_number = SealedField("代理人证件号码")

    matter = models.CharField("事项", max_length=LONGEST["matter"], blank=True)
    request = models.TextField("所需政府信息的内容描述")
    record_name = models.CharField("信息名称", max_length=LONGEST["record_name"], blank=True)
    record_ref = models.CharField("文号", max_length=LONGEST["record_ref"], blank=True)
    provide_as = models.CharField("提供方式", max_length=10, choices=list(PROVIDE_AS.items()), default="any")
    get_by = models.CharField("获取方式", max_length=10, choices=list(GET_BY.items()), default="any")
    needs_help = models.CharField("需要的协助", max_length=LONGEST["needs_help"], blank=True)

    channel = models.CharField("提交渠道", max_length=20, choices=[(str(k), v) for k, v in CHANNELS.items()])
    filed_on = models.DateField("提交日期")
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=64, blank=True)

    objects: ClassVar[Any] = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ("-number",)
        # Who else asked, and whose: looked up with every page of a case.
        indexes: ClassVar = [
            models.Index(fields=("organ", "document_index"), name="application_by_document"),
            models.Index(fields=("organ", "name_index"), name="application_by_name"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("organ", "number"), name="application_number"),
            models.UniqueConstraint(
                fields=("organ", "once_key"), name="application_once", condition=~models.Q(once_key="")
            ),
        ]

    def __str__(self) -> str:
        """The number: nothing of who asks."""
        return self.number

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
