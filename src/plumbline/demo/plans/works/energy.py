"""Power for vehicles: charging, solar roofs, energy management."""

OUTLINE = """
Study and design -> Grid connection agreed
  Study
    Energy demand by line and time of day | 15 | design
    Structural survey of roofs and yards | 12 | survey
    Options and cost comparison | 12 | design
    Board decision | 6 | board
  Grid
    Application to the grid operator | 8 | planning
    Grid study by the operator | 30 | supplier
    Agree the connection and its price | 12 | buying
  Design
    Electrical design | 20 | design
    Civil and structural design | 15 | design
    Fire safety concept | 10 | design
Supply -> Equipment on site
  Equipment
    Tender equipment | 20 | buying
    Award equipment | 8 | board
    Manufacture transformers and switchgear | 40 | supplier
    Manufacture chargers and converters | 35 | supplier
    Factory tests | 6 | testing
  Site contract
    Tender site works | 20 | buying
    Award site works | 6 | board
    Site safety plan | 6 | fitters
Installation -> Installation complete
  Areas: {place}
    Foundations and ducts, {place} | 8 | civil
    Cables, {place} | 6 | power
    Set the equipment, {place} | 6 | power
    Connect and label, {place} | 5 | fitters
    Insulation and protection tests, {place} | 4 | testing
Commissioning -> Energy system accepted
  Commissioning
    Grid operator's inspection | 5 | planning
    Energise the transformers | 3 | power
    Load management software | 15 | software
    Charge test with ten vehicles | 8 | testing
    Full load test through one night | 3 | soak
  Hand-over
    Train staff on high voltage | 8 | operations
    Emergency plan with the fire service | 6 | operations
    Documents and settlement | 10 | buying
"""
