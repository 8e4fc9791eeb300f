Feature: Lint a standard
  Somebody who writes a standard wants every mistake named by file and key before anybody works by it.

  Background:
    Given I work in an empty folder

  Scenario: A standard that comes with Plumbline
    When I run "plumbline standard lint predictive"
    Then it exits with 0
    And the output says "predictive"

  Scenario: A rule that does not exist
    Given a standard "ours" with a limit for the rule "missing_logics"
    When I run "plumbline standard lint ours"
    Then it exits with 1
    And the output says "missing_logics"

  Scenario: A standard that is not there
    When I run "plumbline standard lint absent"
    Then it exits with 2
    And nothing is printed but an error that says "absent"

  Scenario: For programs
    Given a standard "ours" with a limit for the rule "missing_logics"
    When I run "plumbline standard lint ours --format json"
    Then it exits with 1
    And the output is JSON that keeps the contract of "standard-lint"
