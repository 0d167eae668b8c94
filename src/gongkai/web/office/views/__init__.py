"""The pages of the office's frame."""
