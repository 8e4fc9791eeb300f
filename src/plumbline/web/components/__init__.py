"""Components: template tags, one file per concept. `{% load components %}` brings them all."""
