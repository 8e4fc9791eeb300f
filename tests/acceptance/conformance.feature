Feature: See how well the standard is followed
  Every number opens the list behind it. What nobody keeps is not assessable: neither a zero nor a pass.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira has recorded the plan "lead.xer"

  Scenario: The score of a project with what counts for and against it
    When Dagny looks how well the standard is followed
    Then the page says "Quay crossing"
    And the page of the project says "Not kept"

  Scenario: What is not kept
    When Dagny looks how well the standard is followed
    Then the page says "No status reports are kept yet."

  Scenario: Few projects say little
    When Dagny looks how well the standard is followed
    Then the page of the manager says "Fewer than 5 projects"
