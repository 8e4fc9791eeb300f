Feature: Show what a plan calculates to
  A planner wants the dates and the float that follow from the logic, for reading and for other programs.

  Background:
    Given I work in an empty folder

  Scenario: As a table
    Given a Primavera plan "sound.xer" in which every activity is linked
    When I run "plumbline show sound.xer"
    Then it exits with 0
    And the output says "Test the signals"
    And the output says "critical"

  Scenario: As JSON that keeps its contract
    Given a Primavera plan "sound.xer" in which every activity is linked
    When I run "plumbline show sound.xer --format json"
    Then it exits with 0
    And the output is JSON that keeps the contract of "show"
    And in the JSON the activity "A1030" starts early at "2026-03-16T08:00" and is critical

  Scenario: What cannot be read is refused with a reason
    Given no file at all
    When I run "plumbline show absent.xer"
    Then it exits with 2
    And nothing is printed but an error that says "does not exist"
