"""What our own files print in a cell, so that what is not there stays apart from what is blank.

A form printed whole has a place for every cell. Where the report that was read has no such cell, our files
print :data:`NOT_PRINTED`; where the cell could not be settled, :data:`UNSETTLED`. The reader takes the one as
absent and the other as blank with a flag, so that a report comes back as it was.
"""

NOT_PRINTED = "未列"
"""Stands where the report has no such cell."""
UNSETTLED = "待核"
"""Stands where the cell was printed but its value could not be settled."""
PUBLISHED = "发布日期"
"""The property of DOCX and XLSX, and the word in the description of PDF, beside which the day stands."""
