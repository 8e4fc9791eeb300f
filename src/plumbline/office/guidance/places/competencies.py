"""What people can do, and what is asked of them."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Competencies",
    pages=(
        "competence:own",
        "competence:through",
        "competence:person",
        "competence:through_of",
        "competence:leaders",
        "competence:office",
    ),
    expects=("competency",),
    competencies=True,
)
