"""The forms of the citizen."""
