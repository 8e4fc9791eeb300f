"""Pure calculation: no Django, no clock, no disk, no network, no hidden randomness."""
