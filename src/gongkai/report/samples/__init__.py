"""Invented reports to try the reader on, each in a layout met in print. The prose is the project's own."""
