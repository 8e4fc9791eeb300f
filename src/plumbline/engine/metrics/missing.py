"""Why a number cannot be measured, where several metrics need the same thing."""

from __future__ import annotations

from plumbline.engine.metrics.metric import not_measurable

NO_PLAN = not_measurable("No plan has been delivered yet.")
NO_DATA_DATE = not_measurable(
    "The plan has no data date (status date), so nobody can say how old it is. Set it in the planning tool."
)
NO_TASKS = not_measurable("The plan has no activities that are work.")
NO_BASELINE = not_measurable(
    "The plan has no baseline, so nothing can be compared with what was promised. Set a baseline."
)
