"""Pictures drawn on the server as SVG: pure functions from figures to text, classes only, no inline style."""
