"""Technical systems along the line: signalling, substations, control rooms."""

OUTLINE = """
Definition -> Requirements agreed
  Requirements
    Survey of the existing installation | 15 | survey
    Operating concept | 15 | operations
    System requirements | 20 | signals
    Hazard analysis | 15 | signals
    Safety plan accepted | 8 | board
  Interfaces
    Interface register | 10 | signals
    Agree interfaces with vehicles and power | 15 | signals
    Migration strategy | 12 | operations
Supply -> Factory acceptance passed
  Contract
    Tender documents | 18 | buying
    Tender period | 25 | supplier
    Evaluate and award | 15 | buying
  Manufacture
    Detailed design by the supplier | 30 | supplier
    Review the detailed design | 10 | signals
    Manufacture cubicles | 35 | supplier
    Application data | 25 | software
    Factory acceptance test | 8 | testing
Installation -> All areas installed
  Areas: {place}
    Cable routes at {place} | 8 | civil
    Pull and terminate cables at {place} | 8 | fitters
    Install equipment room at {place} | 6 | fitters
    Install track-side equipment at {place} | 8 | track
    Test against the drawings at {place} | 5 | testing
    Functional test at {place} | 5 | signals
Commissioning -> System in service
  Migration
    Dress rehearsal of the changeover | 5 | operations
    Changeover weekend | 2 | signals
    Soak test of the whole system | 21 | soak
    Correct defects of the soak test | 12 | signals
    Safety case accepted | 15 | board
  Hand-over
    Train maintenance staff | 15 | operations
    Spare parts and documents | 12 | buying
    Remove the old equipment | 15 | fitters
"""
