"""What a citizen can do: file, answer, withdraw, fetch, rate. Each is one function with one audit line."""
