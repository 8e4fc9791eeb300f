Feature: Compare two versions of a plan
  A planner wants to know what changed since the plan before, what it did to the finish,
  and whether a change only makes the plan look better.

  Background:
    Given I work in an empty folder

  Scenario: The same plan twice
    Given a Primavera plan "sound.xer" in which every activity is linked
    When I run "plumbline compare sound.xer sound.xer"
    Then it exits with 0
    And the output says "The finish did not move"
    And the last line says "0 changes, 0 suspicions"

  Scenario: What moved the finish, and by how much
    Given a Primavera plan "before.xer" in which every activity is linked
    And a Primavera plan "after.xer" in which "Lay the cables" takes 8 days
    When I run "plumbline compare before.xer after.xer"
    Then it exits with 0
    And the output says "The finish moved 3 working days later: 2026-03-20 to 2026-03-25."
    And the output says "+3  durations"
    And the output says "Lay the cables takes 8 days instead of 5 days"
    And the last line says "1 change, 0 suspicions"

  Scenario: A duration that is cut without progress is asked about
    Given a Primavera plan "before.xer" in which every activity is linked
    And a Primavera plan "after.xer" in which "Lay the cables" takes 2 days
    When I run "plumbline compare before.xer after.xer"
    Then the output says "Worth asking about"
    And the output says "Lay the cables: It decided the finish, and its duration was cut from 5 days to 2 days"
    And the last line says "1 change, 1 suspicion"

  Scenario Outline: The planner decides what makes the comparison fail
    Given a Primavera plan "before.xer" in which every activity is linked
    And a Primavera plan "after.xer" in which "Lay the cables" takes <days> days
    When I run "plumbline compare before.xer after.xer --fail-on <fail on>"
    Then it exits with <exit code>

    Examples:
      | days | fail on    | exit code |
      | 2    | none       | 0         |
      | 2    | suspicions | 1         |
      | 8    | suspicions | 0         |
      | 8    | changes    | 1         |
      | 5    | changes    | 0         |

  Scenario: JSON keeps its contract
    Given a Primavera plan "before.xer" in which every activity is linked
    And a Primavera plan "after.xer" in which "Lay the cables" takes 2 days
    When I run "plumbline compare before.xer after.xer --format json"
    Then it exits with 0
    And the output is JSON that keeps the contract of "compare"
    And in the JSON the finish moved by -3 working days, in parts that add up

  Scenario: Projects are matched by their id
    Given a Primavera file "before.xer" with the projects "NORTH" and "SOUTH"
    And a Primavera file "after.xer" with the projects "SOUTH" and "EAST"
    When I run "plumbline compare before.xer after.xer --format json"
    Then the JSON holds the projects "SOUTH"
    And the output is JSON that keeps the contract of "compare"
    And the JSON has a problem that says "The project NORTH is not in the other file"
    And the JSON has a problem that says "The project EAST is not in the other file"

  Scenario: What cannot be read is refused with a reason
    Given a Primavera plan "sound.xer" in which every activity is linked
    When I run "plumbline compare absent.xer sound.xer"
    Then it exits with 2
    And nothing is printed but an error that says "does not exist"
    When I run "plumbline compare absent.xer sound.xer --format json"
    Then it exits with 2
    And the output is JSON that keeps the contract of "compare"
    And the JSON has at least one problem and no project

  Scenario: The words of a plan cannot command the terminal
    Given a Primavera plan "sound.xer" in which every activity is linked
    And a Primavera plan "hostile.xer" whose activities are named with terminal escapes and markup
    When I run "plumbline compare sound.xer hostile.xer"
    Then no control character reaches the terminal
    And the output says "[bold red]"
