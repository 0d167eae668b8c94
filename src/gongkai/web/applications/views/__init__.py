"""The pages of the applications."""
