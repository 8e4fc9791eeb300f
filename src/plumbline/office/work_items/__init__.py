"""What teams keep in their trackers, as far as it tells which work has started and ended."""
