"""Questions about what the standard says somewhere."""

from plumbline.office.guidance.queries.here import Said, said_here

__all__ = ["Said", "said_here"]
