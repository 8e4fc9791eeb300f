Feature: How well standards are followed
  Every number says what it rests on and opens the list behind it. What nobody keeps records of is no number at all.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira has recorded the plan "lead.xer"

  Scenario: Counted once a day, with the list behind each number
    When a day has been counted
    Then the conformance says "Conformance of all projects"
    And the list behind "rule_conformance" says "Leads"
    And the conformance of the project says "The plan brought up to date in time"

  Scenario: What is not kept yet gives no number but a reason
    When a day has been counted
    Then the conformance says "No status reports are kept yet"

  Scenario: A number that rests on few says so
    When a day has been counted
    Then the conformance says "small"
    And whether it pays says "too few to say anything"

  Scenario: Counted anew when somebody asks, and only by the office
    When Dagny has it counted anew
    Then they are told "Counted anew"
    When Mira has it counted anew
    Then they are not allowed to

  Scenario: A project manager sees themselves among the managers, and nobody else
    Given the project "Other quay" managed by "Tove"
    When a day has been counted
    Then the managers that Mira sees are "Mira"
    And the managers that Osric sees are "Mira, Tove"
