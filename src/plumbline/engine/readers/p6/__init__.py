"""What the two formats of Primavera P6, XER and PMXML, have in common: the same objects, however they are written."""
