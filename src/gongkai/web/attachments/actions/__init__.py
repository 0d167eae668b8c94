"""What can be done to files: adding, erasing with a record, clearing away what has no row."""
