"""What templates of the shared page parts can ask for."""
