"""答复选登: the answers that organs have released, for everybody to read and search."""
