"""How projects are managed: practice metrics, conformance to the standard, and whether the one goes with results."""
