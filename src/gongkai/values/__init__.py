"""Plain values that every room shares: findings, errors, the glossary. Imports nothing of the project."""
