"""Signals: what people want the office to know, and what it answers."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Signals",
    pages=(
        "signals:overview",
        "signals:raise",
        "signals:signal",
        "signals:office",
        "signals:done",
        "signals:times",
        "signals:promises",
    ),
    expects=("artefact",),
    artefacts=("issue", "risk_register", "risk_log", "risk_list", "lesson"),
)
