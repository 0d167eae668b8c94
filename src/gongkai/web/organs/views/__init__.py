"""The pages of the organ."""
