"""法: the law as data: dated values with their articles. Takes a date, gives what holds on it."""
