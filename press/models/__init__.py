from press.models.office import Contact, PressOffice
from press.models.parts import Attachment, Correction, Quote
from press.models.statement import Statement

__all__ = ["Attachment", "Contact", "Correction", "PressOffice", "Quote", "Statement"]
