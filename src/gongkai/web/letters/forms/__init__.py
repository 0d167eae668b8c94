"""The forms of the letters."""
