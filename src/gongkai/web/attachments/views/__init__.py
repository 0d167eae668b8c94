"""The pages of the files."""
