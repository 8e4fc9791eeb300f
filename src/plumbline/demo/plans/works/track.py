"""Renewal of worn track during the nights."""

OUTLINE = """
Preparation -> Possessions agreed
  Condition and design
    Measure rail wear and geometry | 8 | survey
    Core samples of the slab | 6 | survey
    Renewal design | 18 | design
    Independent check of the design | 8 | design
  Possessions
    Plan night possessions with operations | 12 | operations
    Replacement bus timetable | 10 | operations
    Tell residents about night work | 8 | public
    Noise permits from the city | 15 | planning
Materials -> Materials on site
  Rails
    Order grooved rails | 5 | buying
    Rolling and delivery of rails | 35 | supplier
    Bend and drill rails | 10 | fitters
  Small parts
    Order fastenings and boots | 5 | buying
    Delivery of fastenings and boots | 25 | supplier
    Check deliveries and set out by section | 6 | fitters
Renewal -> Last section back in service
  Sections: {place}
    Protect and isolate {place} | 2 | power
    Break out the old slab, {place} | 5 | track
    Remove old rails, {place} | 3 | track
    Place and align new rails, {place} | 5 | track
    Weld and grind joints, {place} | 4 | track
    Cast the slab, {place} | 4 | track
    Restore the surface, {place} | 3 | street
    Measure and hand back {place} | 2 | testing
Closing -> Renewal accepted
  Hand-over
    As-built survey | 8 | survey
    Maintenance plan for the new track | 8 | operations
    Settle the final account | 12 | buying
    Lessons learned with residents and operations | 3 | pm
"""
