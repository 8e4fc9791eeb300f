"""One module per output format of ``plumbline forecast``."""
