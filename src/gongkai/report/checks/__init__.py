"""The checks: one file a rule. A new rule is a new file here; nothing else has to be told."""
