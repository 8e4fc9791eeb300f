"""A new tram line through streets."""

OUTLINE = """
Design and consents -> Consents granted
  Alignment
    Topographical survey of the corridor | 12 | survey
    Ground investigation and trial pits | 15 | survey
    Track alignment design | 30 | design
    Road safety audit of the alignment | 8 | design
    Close out audit comments | 6 | design
  Utilities
    Collect utility records | 10 | planning
    Agree diversions with water and gas | 25 | planning
    Agree diversions with power and telecoms | 22 | planning
    Diversion drawings | 18 | design
  Consents
    Environmental statement | 30 | planning
    Public exhibition | 10 | public
    Answer objections | 15 | planning
    Decision on the consent application | 20 | board
Procurement -> Contracts signed
  Works contract
    Tender documents for civil works and track | 20 | buying
    Tender period | 30 | supplier
    Evaluate tenders | 15 | buying
    Standstill and award | 10 | board
  Rails and switches
    Specification of rails and switches | 10 | design
    Framework call-off for rails and switches | 12 | buying
    Approve manufacturing drawings | 10 | design
    Factory acceptance of switches | 30 | supplier
Construction -> Track and overhead line complete
  Stops and street sections: {place}
    Divert water and gas at {place} | 8 | utility
    Divert power and telecoms at {place} | 7 | utility
    Excavate the track bed at {place} | 8 | civil
    Drainage and ducts at {place} | 6 | civil
    Concrete track slab at {place} | 9 | civil
    Lay and weld rails at {place} | 8 | track
    Platform and shelter at {place} | 8 | build
    Overhead line masts and wiring at {place} | 7 | power
    Surface and kerbs at {place} | 6 | street
  Substations
    Foundations of the substation buildings | 15 | civil
    Substation buildings | 25 | build
    Install rectifiers and switchgear | 20 | power
    Cable the substations to the line | 15 | power
    Energise the substations | 5 | power
Systems and trials -> Line opened
  Systems
    Stop displays and help points | 15 | fitters
    Junction signals with tram priority | 18 | signals
    Radio and control centre integration | 20 | software
    Integrated systems test | 12 | testing
  Trial running
    Gauge run with a works vehicle | 3 | testing
    Energise the overhead line | 2 | power
    First tram under its own power | 3 | testing
    Driver training on the line | 20 | operations
    Shadow timetable without passengers | 15 | operations
    Approval to carry passengers | 10 | board
"""
