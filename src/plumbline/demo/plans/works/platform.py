"""Software that passengers and staff use."""

OUTLINE = """
Discovery -> Scope agreed
  Understanding
    Interviews with passengers and staff | 10 | public
    Map today's processes and data | 12 | software
    Privacy and security assessment | 12 | software
    Scope and success measures | 8 | pm
  Approach
    Compare buying with building | 12 | buying
    Architecture outline | 12 | software
    Business case decision | 8 | board
Foundation -> First release in test
  Procurement
    Tender documents | 15 | buying
    Tender period | 20 | supplier
    Evaluate and award | 12 | buying
  Environments
    Cloud environments and access | 10 | software
    Build and deployment pipeline | 10 | software
    Monitoring and logging | 8 | software
    Penetration test of the environments | 8 | testing
Releases -> All modules accepted
  Modules: {place}
    Stories and acceptance criteria for {place} | 6 | software
    Build {place}, first half | 10 | software
    Build {place}, second half | 10 | software
    Integrate {place} | 6 | software
    Acceptance test of {place} | 6 | testing
    Correct {place} | 5 | software
  Data
    Clean customer and tariff data | 20 | operations
    First trial migration | 8 | software
    Second trial migration | 8 | software
Launch -> In service
  Readiness
    Load test | 8 | testing
    Accessibility test with users | 8 | public
    Train the customer service | 12 | operations
    Soak test before launch | 14 | soak
  Going live
    Pilot with staff | 15 | operations
    Pilot with a thousand passengers | 20 | public
    Migrate live data | 4 | software
    Public launch | 3 | pm
    Support after launch | 15 | software
    Switch off the old system | 8 | software
"""
