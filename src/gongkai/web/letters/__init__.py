"""文书: an organ's letters: drafted from facts, numbered without gaps, bound to the scan with the seal."""
