"""Plans to begin with. Each module in ``ways`` with a ``WAY`` is one way to begin: nothing is registered."""

from plumbline.engine.starts.start import CannotStart, Deliverable, Start, Way, begin, ways

__all__ = ["CannotStart", "Deliverable", "Start", "Way", "begin", "ways"]
