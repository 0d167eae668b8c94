"""A report in the official form, in every format people use: ``write(report, to)`` in :mod:`.formats`."""
