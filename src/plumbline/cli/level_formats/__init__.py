"""One module per output format of ``plumbline level``."""
