"""How ``plumbline evm`` prints."""
