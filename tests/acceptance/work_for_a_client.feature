Feature: An office works for a client
  One person signs in once and always sees in which organisation they are. What is agreed is what is seen, hours
  are booked where the work is done, and both sides read the same service report in the periods by which they count.

  Background:
    Given Harbour Works works for Northern Line, which shows "hours" and "service_requests"
    And Wren works in the office of both

  Scenario: One sign-in, and a switcher that says where one is
    When Wren opens the services of "Harbour Works"
    Then the switcher offers "Northern Line" as "PMO staff"
    When Wren switches to "Northern Line"
    Then the page says that this is "Northern Line"

  Scenario: Hours booked at the client are in the report of both, and what is not agreed is hidden
    When Wren books 90 minutes at "Northern Line"
    Then Dagny reads 1.5 hours in the service report on "Northern Line"
    And Dagny reads that satisfaction is not agreed to be shown
    And Olav reads 1.5 hours in it, and for which service
    And Dagny finds 1.5 hours at "Northern Line" in the service report of "Harbour Works"

  Scenario: A report of a quarter by the fiscal year of whoever reads it
    Given the fiscal year of "Northern Line" starts in month 4
    When Wren books 90 minutes at "Northern Line"
    Then Olav reads the service report of "Q4 FY 2025/26"
    And Dagny reads the service report of "Q1 2026"

  Scenario: When the agreement ends, the report is closed to the provider
    When Wren books 90 minutes at "Northern Line"
    And Olav ends the agreement with "Harbour Works"
    Then Dagny reads nothing in the service report on "Northern Line"
    And Olav reads 1.5 hours in it, and for which service

  Scenario: Each organisation writes in its own language
    Given mail of "Northern Line" is in German
    When Olav asks for a service in "Northern Line", and Dagny in "Harbour Works"
    Then Wren gets a mail "Northern Line: Olav bittet um „Plan review“: Read it"
    And Wren gets a mail "Harbour Works: Dagny asks for “Plan review”: Read it"
