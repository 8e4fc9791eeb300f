"""Buying vehicles and bringing them into service."""

OUTLINE = """
Specification -> Specification approved
  Needs
    Fleet size and timetable study | 20 | operations
    Market sounding with makers | 20 | buying
    Functional specification | 30 | design
    Accessibility review with passengers | 10 | public
    Approval of the specification | 8 | board
Purchase -> Vehicle contract signed
  Tender
    Tender documents | 25 | buying
    Tender period | 40 | supplier
    Negotiation rounds | 25 | buying
    Award and signature | 12 | board
  Finance
    Grant application | 20 | pm
    Grant decision | 40 | board
Design and manufacture -> First vehicle delivered
  Vehicle design
    Concept and mock-up | 30 | supplier
    Detailed design of body and bogies | 40 | supplier
    Detailed design of doors, ramps and seats | 30 | supplier
    Software of the vehicle control | 35 | software
    Design freeze | 5 | board
  First vehicle
    Order castings and traction equipment | 40 | supplier
    Build the first body shell | 40 | supplier
    Fit out the first vehicle | 35 | supplier
    Static tests in the works | 15 | testing
    Transport and re-railing | 5 | supplier
Approval and series -> Last vehicle in service
  Approval
    Dynamic tests on the network | 25 | testing
    Safety assessment | 20 | testing
    Approval for passengers | 15 | board
  Series: {place}
    Build {place} | 15 | supplier
    Deliver and commission {place} | 8 | testing
    Accept {place} into service | 4 | operations
  People
    Train the instructors | 15 | operations
    Train drivers and fitters | 30 | operations
    Workshop tools and spare parts | 25 | fitters
"""
