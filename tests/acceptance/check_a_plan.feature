Feature: Check a plan from the command line
  A planner wants to know what is wrong with a plan before anybody else sees it,
  in a second, without a server, and in a form that a build can act upon.

  Background:
    Given I work in an empty folder

  Scenario: A sound plan passes
    Given a Primavera plan "sound.xer" in which every activity is linked
    When I run "plumbline check sound.xer"
    Then it exits with 0
    And the output says "Missing logic"
    And the output says "0 of 3"
    And the last line says "0 findings"

  Scenario: A finding names what, where and how to mend it
    Given a Primavera plan "leads.xer" with a lead of 2 days before "Test the signals"
    When I run "plumbline check leads.xer"
    Then it exits with 1
    And the output says "Leads"
    And the output says "Test the signals"
    And the output says "Mend:"
    And the last line says "1 finding"

  Scenario: Long lists are cut, and can be had in full
    Given a Primavera plan "leads.xer" with 20 activities that each follow a lead
    When I run "plumbline check leads.xer"
    Then the output says "and 15 more"
    When I run "plumbline check leads.xer --all"
    Then the output does not say "more"

  Scenario Outline: The planner decides what makes the check fail
    Given a Primavera plan "<plan>.xer" with a lead of 2 days before "Test the signals"
    And a standard "mild" that calls leads <severity>
    When I run "plumbline check <plan>.xer --standard mild --fail-on <fail on>"
    Then it exits with <exit code>

    Examples:
      | plan | severity | fail on | exit code |
      | a    | minor    | minor   | 1         |
      | b    | minor    | major   | 0         |
      | c    | major    | major   | 1         |
      | d    | info     | minor   | 0         |
      | e    | info     | info    | 1         |
      | f    | major    | none    | 0         |

  Scenario Outline: What cannot be read is refused with a reason
    Given <input>
    When I run "plumbline check <name>"
    Then it exits with 2
    And nothing is printed but an error that says "<reason>"

    Examples:
      | input                                      | name       | reason         |
      | no file at all                             | absent.xer | does not exist |
      | a folder "plans"                           | plans      | is a folder    |
      | an empty file "empty.xer"                  | empty.xer  | empty          |
      | a file "note.txt" that says "Dear planner" | note.txt   | note.txt       |
      | a Primavera plan "cut.xer" cut in half     | cut.xer    | cut.xer        |

  Scenario: In JSON, an unreadable file is a document with problems
    Given a Primavera plan "cut.xer" cut in half
    When I run "plumbline check cut.xer --format json"
    Then it exits with 2
    And the output is JSON that keeps the contract of "check"
    And the JSON has at least one problem and no project

  Scenario: JSON keeps its contract
    Given a Primavera plan "leads.xer" with a lead of 2 days before "Test the signals"
    When I run "plumbline check leads.xer --format json"
    Then it exits with 1
    And the output is JSON that keeps the contract of "check"
    And in the JSON the rule "leads" of family "logic" has outcome "fail" with 1 of 4
    And in the JSON the offender of "leads" is "Test the signals"

  Scenario: SARIF for code-review tools
    Given a Primavera plan "leads.xer" with a lead of 2 days before "Test the signals"
    When I run "plumbline check leads.xer --format sarif"
    Then it exits with 1
    And the output is a SARIF 2.1.0 log
    And the SARIF log has a result of rule "logic/leads" in "leads.xer"

  Scenario: A plan from another program through a pipe
    Given a Primavera plan "sound.xer" in which every activity is linked
    When I run "plumbline check -" with "sound.xer" on standard input
    Then it exits with 0

  Scenario: A baseline from another file
    An XER file holds no baseline; the planner names the plan that was promised.
    Given a Primavera plan "now.xer" in which every activity is linked
    And a Primavera plan "promised.xer" in which every activity is linked
    When I run "plumbline check now.xer --format json"
    Then in the JSON the rule "critical_path_length_index" of family "float" has outcome "not assessable"
    When I run "plumbline check now.xer --baseline promised.xer --format json"
    Then in the JSON the rule "critical_path_length_index" of family "float" has outcome "pass"

  Scenario: What a new version of the plan left out
    Given a Primavera plan "march.xer" in which every activity is linked
    And a Primavera plan "april.xer" that ends with "Test the signals"
    When I run "plumbline check april.xer --format json"
    Then in the JSON the rule "vanished_activities" of family "baseline" has outcome "not assessable"
    When I run "plumbline check april.xer --previous march.xer --format json"
    Then in the JSON the rule "vanished_activities" of family "baseline" has outcome "fail" with 1 of 5
    And in the JSON the offender of "vanished_activities" is "Line open"
    When I run "plumbline check april.xer --previous absent.xer"
    Then it exits with 2
    And nothing is printed but an error that says "does not exist"

  Scenario: The words of a plan cannot command the terminal
    Given a Primavera plan "hostile.xer" whose activities are named with terminal escapes and markup
    When I run "plumbline check hostile.xer"
    Then no control character reaches the terminal
    And the output says "[bold red]"

  Scenario: One project out of several
    Given a Primavera file "two.xer" with the projects "NORTH" and "SOUTH"
    When I run "plumbline check two.xer --project SOUTH --format json"
    Then the JSON holds the projects "SOUTH"
    When I run "plumbline check two.xer --format json"
    Then the JSON holds the projects "NORTH, SOUTH"
    When I run "plumbline check two.xer --project EAST"
    Then it exits with 2
    And nothing is printed but an error that says "NORTH"

  Scenario: The same results by the best practices that a reviewer asks after
    Given a Primavera plan "leads.xer" with a lead of 2 days before "Test the signals"
    When I run "plumbline check leads.xer --by practice"
    Then it exits with 1
    And the output says "FAIL    2 Sequencing all activities"
    And the output says "Leads: 1 of 4 links (25 %) has a lead"
    And the output says "n/a     8 Conducting a schedule risk analysis"
    And the output says "Judge yourself: whether the risks are known"
    And the last line says "1 finding"

  Scenario: The best practices in JSON
    Given a Primavera plan "leads.xer" with a lead of 2 days before "Test the signals"
    When I run "plumbline check leads.xer --by practice --format json"
    Then it exits with 1
    And the output is JSON that keeps the contract of "check"
    And in the JSON the practice 2 has the status "fail" because of "leads"
    And in the JSON the practice 8 has the status "not assessable" because of ""
