"""What can be done with notices: telling, reading, editing patterns and settings, sending."""
