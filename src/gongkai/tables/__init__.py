"""表: the official tables. This room declares the form once, as data, for reader, checks, builder and writers."""
