"""A building for passengers or vehicles: interchange, depot, workshop."""

OUTLINE = """
Brief and design -> Design frozen
  Brief
    Gather the needs of operations | 10 | operations
    Space programme | 10 | design
    Business case and board decision | 12 | board
  Design
    Ground and contamination survey | 15 | survey
    Concept design | 20 | design
    Structural and services design | 30 | design
    Fire and access strategy | 12 | design
    Cost plan and value review | 8 | pm
  Permissions
    Planning application | 15 | planning
    Answer the planning authority | 20 | planning
    Building permit | 25 | planning
Tender -> Contractor appointed
  Main contract
    Tender documents | 18 | buying
    Tender period | 25 | supplier
    Evaluate and negotiate | 15 | buying
    Award | 6 | board
  Long-lead equipment
    Specify equipment with long delivery | 10 | design
    Order equipment with long delivery | 8 | buying
    Approve supplier drawings | 15 | design
Construction -> Building watertight
  Ground works
    Site set-up and hoarding | 8 | build
    Strip and level the site | 10 | civil
    Drainage and buried services | 18 | civil
    Foundations | 22 | civil
  Parts of the building: {place}
    Frame of {place} | 12 | build
    Roof of {place} | 9 | build
    Walls and glazing of {place} | 11 | build
    First fix of services in {place} | 9 | fitters
    Floors and finishes in {place} | 10 | build
    Second fix of services in {place} | 8 | fitters
Fit-out and opening -> Building in use
  Equipment
    Install main equipment | 20 | fitters
    Connect power and data | 12 | fitters
    Commission main equipment | 12 | testing
  Opening
    Fire and access inspections | 8 | planning
    Snagging | 12 | build
    Staff training in the building | 10 | operations
    Move in | 6 | operations
    Settle the final account | 12 | buying
"""
