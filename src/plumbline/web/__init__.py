"""The web: settings, URLs and the look that bind the office into one site."""
