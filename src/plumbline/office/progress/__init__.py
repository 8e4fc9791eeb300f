"""How the activities of plans stand, told by those who do the work and taken into the plan by its manager."""
