"""One file, one measurement: a function ``measurement()`` that prepares it. Found by walking the folder."""
