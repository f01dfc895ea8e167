"""What a draft of a fact file is made of: its head, and a proposal for each figure, date and titled name."""
