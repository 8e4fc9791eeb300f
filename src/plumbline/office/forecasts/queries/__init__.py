"""Questions about commitments, estimates, simulations and reference classes."""

from plumbline.office.forecasts.queries.targets import latest_simulation, simulated_finish, target_facts

__all__ = ["latest_simulation", "simulated_finish", "target_facts"]
