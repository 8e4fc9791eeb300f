"""How likely dates and costs are: a schedule calculated again and again with what is uncertain drawn anew each time."""

from plumbline.engine.forecast.distributions import (
    Discrete,
    Distribution,
    InvalidEstimate,
    Lognormal,
    Shape,
    ThreePoint,
    Uniform,
)
from plumbline.engine.forecast.inputs import (
    ActivityCost,
    Branch,
    Correlated,
    Driver,
    EstimateRule,
    Impact,
    Mitigation,
    RiskEvent,
    RiskInputs,
    Way,
    from_history,
)
from plumbline.engine.forecast.result import (
    ActivityRisk,
    Contribution,
    CostForecast,
    DateForecast,
    Forecast,
    Joint,
    Settings,
)
from plumbline.engine.forecast.simulate import simulate

__all__ = [
    "ActivityCost",
    "ActivityRisk",
    "Branch",
    "Contribution",
    "Correlated",
    "CostForecast",
    "DateForecast",
    "Discrete",
    "Distribution",
    "Driver",
    "EstimateRule",
    "Forecast",
    "Impact",
    "InvalidEstimate",
    "Joint",
    "Lognormal",
    "Mitigation",
    "RiskEvent",
    "RiskInputs",
    "Settings",
    "Shape",
    "ThreePoint",
    "Uniform",
    "Way",
    "from_history",
    "simulate",
]
