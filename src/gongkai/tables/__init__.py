"""表: the official tables. The form is declared once, as data, for reader, checks and writers."""
