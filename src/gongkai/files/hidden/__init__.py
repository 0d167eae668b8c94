"""What a file carries that its reader does not see: one module a format; ``look`` is the call."""
