"""A project's plan, its versions and its baseline."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Plans, versions and baselines",
    pages=(
        "projects:plan",
        "projects:gantt",
        "projects:versions",
        "projects:compare",
        "projects:what_moved",
        "projects:baseline",
        "imports:new",
        "imports:upload",
        "progress:project",
        "progress:activities",
        "progress:owners",
    ),
    expects=("rule", "artefact", "rhythm"),
    families=("baseline", "structure", "progress", "milestones"),
    artefacts=("schedule", "work_plan", "milestone_plan", "release_plan", "roadmap"),
    cadences=("plan_update",),
)
