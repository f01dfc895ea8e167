"""What each command does, a function that returns the exit status; imported only when the command is called."""
