"""The pages of the letters."""
