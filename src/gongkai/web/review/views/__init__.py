"""The pages of review and of the drafts."""
