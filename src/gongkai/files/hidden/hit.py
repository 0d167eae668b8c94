"""A hit: one kind of hidden thing at one place of a file, what it is, and what to do about it.

A hit holds no word of what is hidden: it may be logged and shown to whoever handles the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """``BLOCKS``: leaves the office only by a named person's override. ``NOTICE``: worth a look."""

    BLOCKS = "blocks"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """The word that a Chinese reader sees."""
        return {"blocks": "须处理", "notice": "提示"}[self.value]


_B, _N = Weight.BLOCKS, Weight.NOTICE
KINDS: dict[str, tuple[Weight, str, str]] = {
    "annotation": (_B, "有批注、标记或者盖在上面的图形", "请删除标记；要遮盖的内容应当真正删去，不能只盖住"),
    "attachment": (_B, "带有内嵌的附件", "请删除附件，确需提供的单独提供"),
    "comment": (_B, "有批注", "请删除批注后再另存一份"),
    "cropped_picture": (_N, "有裁剪过的图片，被裁去的部分仍在文件里", "请用“压缩图片”功能删除裁剪区域"),
    "custom_data": (_B, "带有自定义数据（XML）", "请用“检查文档”功能删除自定义 XML 数据"),
    "data_connection": (_B, "保存有数据库或者其他数据源的连接", "请删除数据连接，只保留数值"),
    "data_model": (_B, "保存有数据模型，含有工作表以外的数据", "请复制为数值，存到新的工作簿"),
    "defined_name": (_N, "有自定义名称", "请在名称管理器中核对，删除不用的名称"),
    "document_variable": (_N, "保存有文档变量", "请核对来源，或者把正文复制到新文档"),
    "earlier_revision": (_B, "保留着以前保存过的内容", "请重新导出一份 PDF，不要在原文件上追加保存"),
    "embedded_object": (_B, "嵌有其他文件或者对象", "请把对象转为图片或者删除，只保留要公开的内容"),
    "external_link": (_N, "引用了其他文件或者网址的内容", "请断开链接，只保留数值和图片"),
    "external_template": (_B, "打开时会调用外部模板", "请换用本机的默认模板后再另存一份"),
    "form_field": (_B, "有填写过的表单域", "请打印成 PDF 或者展平表单"),
    "hidden_column": (_B, "有隐藏的列，里面有内容", "请取消隐藏并核对，不该公开的删除"),
    "hidden_element": (_N, "有页面上不显示的内容", "请查看网页源代码并删除"),
    "hidden_layer": (_B, "有关闭显示的图层", "请打开图层核对，删除不公开的图层后重新导出"),
    "hidden_row": (_B, "有隐藏的行，里面有内容", "请取消隐藏或者取消筛选并核对，不该公开的删除"),
    "hidden_shape": (_B, "有隐藏的图形或者文本框", "请在选择窗格中显示并核对，不该公开的删除"),
    "hidden_sheet": (_B, "有隐藏的工作表", "请取消隐藏并核对，不该公开的整张删除"),
    "hidden_slide": (_B, "有隐藏的幻灯片", "请取消隐藏并核对，不该公开的删除"),
    "hidden_text": (_B, "有隐藏文字", "请全选后取消“隐藏文字”格式并核对，不该公开的删除"),
    "image_data": (_N, "图片带有拍摄设备、时间等信息", "请用本系统清除图片信息，或者截图后重新保存"),
    "image_location": (_B, "图片带有拍摄地点（GPS）", "请用本系统清除图片信息后再公开"),
    "invisible_characters": (_N, "有看不见的字符", "请核对来源，重新录入有关文字"),
    "invisible_text": (_B, "有看不见的文字（白色、极小或者透明）", "请恢复显示并核对，不该公开的删除"),
    "invisible_value": (
        _B,
        "有看不见的单元格（白底白字、极窄、格式不显示）",
        "请恢复显示并核对，不该公开的删除",
    ),
    "local_path": (_N, "含有本机或者单位内部的文件路径", "请修改或者删除有关链接"),
    "macro": (_B, "带有宏程序", "请另存为不带宏的格式"),
    "mail_merge": (_B, "保存有邮件合并的数据源", "请完成合并后存为普通文档"),
    "ocr_layer": (_N, "扫描页下面有识别出来的文字层", "有遮盖的，须确认文字层里也已删去"),
    "outside_page": (_B, "有落在页面可见范围以外的文字", "请重新导出 PDF，不要只裁剪页面"),
    "partly_checked": (_B, "是旧格式，隐藏内容无法全部检查", "请另存为新格式（docx、xlsx、pptx）后再检查"),
    "pivot_cache": (_B, "有数据透视表缓存，保存着汇总以前的明细", "请把透视表复制为数值，存到新的工作簿"),
    "private_data": (_N, "带有制作软件的内部数据", "请重新导出一份 PDF"),
    "properties": (_N, "文件属性中填有作者、单位等信息", "请在文件属性中清除个人信息"),
    "script": (_B, "带有脚本程序", "请删除脚本后重新导出"),
    "speaker_note": (_B, "有演讲者备注", "请删除备注，或者只公开导出的 PDF"),
    "stray_part": (_B, "夹带着正文没有用到的内容", "请用 Word、WPS 打开后另存一份"),
    "thumbnail": (_N, "带有缩略图，可能是修改以前的样子", "请重新另存一份，不保存预览图"),
    "tracked_change": (_B, "有未接受的修订", "请接受或者拒绝全部修订后再另存一份"),
    "trailing_data": (_B, "结尾之后还有多余的内容", "请重新导出一份"),
    "unreadable": (_B, "无法检查里面有没有隐藏内容", "请去掉密码，或者打开后另存一份再检查"),
}
"""For each kind: its weight, what it is, what to do. The only place where these words stand."""


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """``kind`` is a key of :data:`KINDS`; ``place`` names the part of the file, empty for all of it."""

    kind: str
    place: str = ""
    count: int = 1
    lightened: bool = False

    @property
    def weight(self) -> Weight:
        """Whether it blocks; ``lightened`` is set where a block would be out of proportion."""
        return Weight.NOTICE if self.lightened else KINDS[self.kind][0]

    @property
    def sentence(self) -> str:
        """What it is and what to do, for a person."""
        _, what, remedy = KINDS[self.kind]
        many = f"（{self.count}处）" if self.count > 1 else ""
        return f"{self.place or '文件'}{what}{many}。{remedy}。"


Inner = Callable[[str, str, bytes], Iterable[Hit]]
"""Looks into a file inside a file: its place for a person, its name, its bytes."""
