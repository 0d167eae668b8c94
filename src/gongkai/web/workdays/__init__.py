"""工作日: the notices of holidays that came after the software, and the calendar made of both."""
