"""The stories of the authority's four programmes, and of the neighbour's projects."""

from plumbline.demo.programmes import depots_and_energy, neighbour, smart_ticketing, streets_and_cycling, tram_and_rail

__all__ = ["depots_and_energy", "neighbour", "smart_ticketing", "streets_and_cycling", "tram_and_rail"]
