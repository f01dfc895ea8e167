"""What figures state: cells, exact linear systems of them, conflicts, hints and proofs."""
