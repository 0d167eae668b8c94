"""The one act: bringing in the lines of a table."""
