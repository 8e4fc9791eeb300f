"""Works in streets: cycleways, bus lanes, junctions, school streets."""

OUTLINE = """
Design and engagement -> Scheme approved
  Design
    Traffic counts and speed survey | 10 | survey
    Preliminary design | 15 | design
    Road safety audit | 6 | design
    Detailed design | 20 | design
  Engagement
    Workshops with residents and shops | 12 | public
    Publish the traffic order | 6 | planning
    Objection period | 21 | planning
    Decision by the transport committee | 8 | board
Procurement -> Contractor appointed
  Contract
    Work instructions and prices | 10 | buying
    Award from the framework | 8 | buying
    Traffic management plan | 8 | street
    Utility search and protection plan | 10 | utility
Construction -> Works complete
  Street sections: {place}
    Traffic management at {place} | 2 | street
    Break out and excavate at {place} | 5 | street
    Kerbs and drainage at {place} | 6 | street
    Surfacing at {place} | 4 | street
    Signals and lighting at {place} | 4 | fitters
    Signs and markings at {place} | 3 | street
    Planting and street furniture at {place} | 4 | street
Opening -> Scheme open
  Opening
    Final road safety audit | 5 | design
    Correct defects | 8 | street
    Open to the public | 1 | public
    Count users after opening | 15 | survey
    Settle the final account | 10 | buying
"""
