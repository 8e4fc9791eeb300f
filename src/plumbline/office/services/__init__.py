"""What the office offers, who asked for it, how long it took, and what came of it."""
