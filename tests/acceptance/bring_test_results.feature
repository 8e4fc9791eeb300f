Feature: Bring test results
  What tests say of the criteria is brought by whoever runs them, and nobody has to believe a colour without a run behind it.

  Background:
    Given Mira manages the project "New crane", whose criteria are "It lifts ten tonnes" and "It stops in the wind"

  Scenario: By page
    When Mira hands in a file in which the tests of both criteria pass
    Then "It lifts ten tonnes" and "It stops in the wind" are green
    And Mira reads "2 passed" on the page of run 1

  Scenario: By a program with the token of the project
    Given the build server has a token of "New crane" for test results
    When the build server sends a file in which the test of "It lifts ten tonnes" passes
    Then it is told that it is run 1 with 1 test passed
    And "It lifts ten tonnes" is green
    But without the token nothing is taken

  Scenario: The same file twice
    When Mira hands in a file in which the tests of both criteria pass
    And Mira hands in the same file again
    Then they are told "was handed in before and is run 1"
    And there is 1 run

  Scenario: A hostile file
    When Mira hands in a file that names entities in its third line
    Then Mira reads "Line 3" and that it is refused
    And there are 0 runs

  Scenario: A criterion turns red
    Given a run in which the tests of both criteria passed
    When Mira hands in a file in which the test of "It lifts ten tonnes" fails
    Then "It lifts ten tonnes" is red
    And Mira is told of "Tests of New crane fail for"

  Scenario: Old evidence is not green
    Given a run in which the tests of both criteria passed
    When nobody runs the tests for 31 days
    Then "It lifts ten tonnes" and "It stops in the wind" are stale

  Scenario: Evidence for another text is not green
    Given a run in which the tests of both criteria passed
    When Mira changes the text of "It stops in the wind"
    Then "It stops in the wind" is stale
    But "It lifts ten tonnes" is green
