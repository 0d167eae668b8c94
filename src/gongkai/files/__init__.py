"""Every file from outside passes here first: limits, kind, encoding, safe unpacking, a guarded process."""
