"""Relations: statements between two things."""
