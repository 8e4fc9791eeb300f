"""Questions about the mandate of an office."""

from plumbline.office.mandate.queries.charter import Charter, charter
from plumbline.office.mandate.queries.document import document_of

__all__ = ["Charter", "charter", "document_of"]
