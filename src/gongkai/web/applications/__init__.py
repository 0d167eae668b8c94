"""依申请公开: an application's whole life in the office, from its arrival to the archive."""
