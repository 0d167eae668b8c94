"""The site with one empty page more; ``bench/office_pages.py`` serves it."""
