"""What can be done to a letter: one function an act; it checks the right, writes, leaves an audit line."""
