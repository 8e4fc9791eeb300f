"""What Plumbline asks of itself, and what its tests said of that when they ran last.

``features.json`` has the texts of ``tests/acceptance``, ``last_run.json`` the results in the format of Cucumber. Both
are written by ``bin/record`` from a real run, and by nothing else.
"""

from plumbline.demo.own.record import Asked, Record, recorded

__all__ = ["Asked", "Record", "recorded"]
