"""The tables of the notices."""

from gongkai.web.notices.models.notice import Notice
from gongkai.web.notices.models.outgoing import Outgoing
from gongkai.web.notices.models.setting_up import Delivery, Pattern

__all__ = ["Delivery", "Notice", "Outgoing", "Pattern"]
