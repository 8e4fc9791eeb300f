"""What a project delivers to its users."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Products and what users get",
    pages=("products:list", "products:product", "products:augmentation", "products:overview"),
    expects=("artefact",),
    artefacts=("benefit", "business_case", "outcome"),
)
