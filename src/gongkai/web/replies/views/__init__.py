"""The pages of the letters of applications."""
