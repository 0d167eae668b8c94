"""报: the annual report, from tables and prose or from a published file, with its findings."""
