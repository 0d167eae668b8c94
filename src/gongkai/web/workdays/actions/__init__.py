"""What can be done to the working days: importing a notice."""
