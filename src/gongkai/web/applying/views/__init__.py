"""The pages of the citizen."""
