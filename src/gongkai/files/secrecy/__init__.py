"""Secrecy marks on an office's own files: what stands where, and what of it is a mark."""
