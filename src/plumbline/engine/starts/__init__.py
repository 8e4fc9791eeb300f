"""Plans to begin with. Each module in ``ways`` with a ``WAY`` is one way to begin: nothing is registered."""

from plumbline.engine.starts.beginning import begin, ways
from plumbline.engine.starts.start import CannotStart, Choice, Deliverable, Start, Way

__all__ = ["CannotStart", "Choice", "Deliverable", "Start", "Way", "begin", "ways"]
