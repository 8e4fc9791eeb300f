"""Which requests and projects to do: criteria, scenarios, the best choice within limits, and the plan of record."""
