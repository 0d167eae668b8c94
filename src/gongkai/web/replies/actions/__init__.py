"""What can be done to a letter of an application beside drafting: review, delivery, correction."""
