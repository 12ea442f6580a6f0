"""What asks for attention today: days to watch, who waits, months that are not settled."""
