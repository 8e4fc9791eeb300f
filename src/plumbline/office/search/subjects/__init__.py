"""One file is one kind of thing that can be found.

It has TITLE, ICON and ORDER (how its results are shown), ``rows()`` (all that may be found), ``tell(row)`` (what can
be found of one, and who may) and FOLLOWS (by kind of thing in the audit trail the way from a row to it).
"""
