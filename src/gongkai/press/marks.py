"""What our files say of who made them."""

MADE_BY = "gongkai"
"""HTML ``generator``, keywords of DOCX, XLSX and PDF."""
