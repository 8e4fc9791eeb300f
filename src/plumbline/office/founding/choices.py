"""What the guide proposes where the catalogue of the mandate offers more, and the first 90 days."""

from __future__ import annotations

USUAL_CHALLENGES = ["surprised_by_red", "every_project_its_own_way"]
"""Keys of common challenges; what counts where somebody chose nothing."""

ROADMAP = (
    (7, "The charter is approved"),
    (14, "The standard is explained to all project managers"),
    (21, "The services are announced"),
    (35, "All running projects are registered with their plans"),
    (50, "The first status reports are out"),
    (60, "The first board day is held"),
    (75, "The challenges are measured for the first time"),
    (90, "The office looks back with its sponsor: go on, change or stop"),
)
"""Days after the beginning, and what is reached then. The last of them are milestones."""
