"""The rules of review, free of the database: what was done, what counts of it, what may go out."""
