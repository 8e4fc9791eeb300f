"""Ideas and requests on their way to a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Requests",
    pages=(
        "intake:list",
        "intake:new",
        "intake:request",
        "intake:write",
        "intake:screen",
        "intake:score",
        "intake:ranking",
    ),
    expects=("intake", "artefact"),
    intake=True,
    artefacts=("business_case", "brief", "initiation_request", "outline_case"),
)
