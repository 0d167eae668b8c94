"""The forms of the applications."""
