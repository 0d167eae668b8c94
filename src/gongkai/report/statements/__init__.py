"""Figures told in prose: numbers, subjects and the sentences they stand in, held against the tables."""
