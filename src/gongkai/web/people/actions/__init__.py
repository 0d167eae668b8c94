"""What can be done to people and their roles: one function an act."""
