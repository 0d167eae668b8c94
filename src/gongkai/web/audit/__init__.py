"""审计: one chain of lines for each organ; nothing in it can be changed or taken out unnoticed."""
