"""Finding anything that one may see."""
