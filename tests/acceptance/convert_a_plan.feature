Feature: Convert a plan
  A planner is locked into no tool: a plan can be written in other formats, and what a format cannot hold is said.

  Background:
    Given I work in an empty folder
    And a Primavera plan "sound.xer" in which every activity is linked

  Scenario: For Microsoft Project
    When I run "plumbline convert sound.xer sound.xml"
    Then it exits with 0
    And "sound.xml" is a plan in the format "Microsoft Project XML"
    And the errors say "not in sound.xml: Conventions of Primavera P6"

  Scenario Outline: By the ending of the file
    When I run "plumbline convert sound.xer <file>"
    Then it exits with 0
    And "<file>" is a plan in the format "<format>"

    Examples:
      | file           | format         |
      | sound.csv      | CSV table      |
      | sound.xlsx     | Excel workbook |
      | line.plan.json | Plumbline plan |
      | line.XML       | Microsoft Project XML |
      | line.csv.gz    | CSV table      |

  Scenario: Nothing is lost in the plan document
    When I run "plumbline convert sound.xer line.plan.json"
    Then it exits with 0
    And nothing is said
    And "line.plan.json" holds the same plan as "sound.xer"

  Scenario: To standard output
    When I run "plumbline convert sound.xer - --to csv"
    Then it exits with 0
    And the output says "Test the signals"
    And the errors say "not in the output: "

  Scenario: Standard output has no ending
    When I run "plumbline convert sound.xer -"
    Then it exits with 2
    And nothing is printed but an error that says "--to"

  Scenario: Nothing is overwritten unasked
    Given a file "kept.xml" that says "precious"
    When I run "plumbline convert sound.xer kept.xml"
    Then it exits with 2
    And nothing is printed but an error that says "--force"
    And the file "kept.xml" still says "precious"

  Scenario: Overwriting when asked
    Given a file "old.xml" that says "old"
    When I run "plumbline convert sound.xer old.xml --force"
    Then it exits with 0
    And "old.xml" is a plan in the format "Microsoft Project XML"

  Scenario: An ending that says nothing
    When I run "plumbline convert sound.xer sound.mpp"
    Then it exits with 2
    And nothing is printed but an error that says "mspdi (.xml)"

  Scenario: One of several projects
    Given a Primavera file "two.xer" with the projects "EAST" and "WEST"
    When I run "plumbline convert two.xer west.csv"
    Then it exits with 2
    And nothing is printed but an error that says "--project: EAST, WEST"
    When I run "plumbline convert two.xer west.csv --project WEST"
    Then it exits with 0

  Scenario: What cannot be read is not converted
    Given a Primavera plan "half.xer" cut in half
    When I run "plumbline convert half.xer half.xml"
    Then it exits with 2
    And there is no file "half.xml"

  Scenario: A folder that is not there
    When I run "plumbline convert sound.xer nowhere/sound.xml"
    Then it exits with 2
    And nothing is printed but an error that says "cannot be written"
