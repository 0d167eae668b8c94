"""The command line: one file a command, thin; what it prints is an interface (docs/report-json.md)."""
