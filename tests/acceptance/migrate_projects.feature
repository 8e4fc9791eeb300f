Feature: Move projects to the next version of a standard
  Publishing a version changes nothing for running projects by itself: each moves, stays until a day, or is exempted with a reason.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira has recorded the plan "lead.xer"
    And version "2.0.0" is published, which finds leads nowhere

  Scenario: A running project stays where it is until somebody decides
    Then the finding of "leads" fails
    And the migration page says "1 to decide"

  Scenario: It moves
    When Elowen decides to migrate it
    Then the project follows "2.0.0"
    And nothing is said of "leads"
    And the migration page says "Every running project follows it"

  Scenario: It stays until a day, and then moves by itself
    When Elowen lets it stay for 10 days: "The tender is out; nothing changes before it is back."
    Then the finding of "leads" fails
    And the migration page says "Stays until"
    When 11 days have gone by
    Then the project follows "2.0.0"
    And nothing is said of "leads"

  Scenario: It is exempted with a reason
    When Elowen exempts it: "It is over in a month."
    And 300 days have gone by
    Then the project follows the version before
    And the migration page says "It is over in a month."

  Scenario: Without a reason nothing stays behind
    When Elowen exempts it: " "
    Then they are told "This field is required"
    And the migration page says "1 to decide"

  Scenario: Nobody lets their own project stay behind
    Given Elowen manages the project
    When Elowen exempts it: "I know better."
    Then they are told "somebody else has to decide"
    And the migration page says "1 to decide"

  Scenario: Its own manager may move it, and nothing else
    When Mira moves her project to the version in force
    Then the project follows "2.0.0"
    When Mira exempts it: "I liked the old one."
    Then they are not allowed to
