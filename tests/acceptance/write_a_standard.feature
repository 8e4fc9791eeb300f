Feature: Write a standard of one's own
  A standard is a folder. Somebody begins with one of the library, says what differs, and sees what comes of it.

  Background:
    Given I work in an empty folder

  Scenario: Begin with one of the library
    When I run "plumbline standard new our_way --title 'How we work'"
    Then it exits with 0
    When I run "plumbline standard lint our_way"
    Then it exits with 0
    And the output says "our_way 1.0.0 can be run"

  Scenario: Its example cases hold
    Given a standard of my own "our_way"
    When I run "plumbline standard test our_way"
    Then it exits with 0
    And the output says "1 case of our_way 1.0.0: all hold"

  Scenario: A case that does not hold says what came out instead
    Given a standard of my own "our_way"
    And its case expects that nothing offends against "missing_logic"
    When I run "plumbline standard test our_way"
    Then it exits with 1
    And the output says "nothing is expected to offend, but it is A30"

  Scenario: Another limit gives other findings, without any code
    Given a standard of my own "our_way"
    And the case of "our_way" expects that "missing_logic" passes
    When I run "plumbline standard test our_way"
    Then it exits with 1
    When I set the limit of "missing_logic" in "our_way" to 60
    And I run "plumbline standard test our_way"
    Then it exits with 0

  Scenario: What changed is said in plain words
    Given a standard of my own "our_way"
    When I run "plumbline standard diff predictive our_way"
    Then it exits with 1
    And the output says "Rule “High float”: limit was 5, is 10, which is looser."

  Scenario: For programs
    Given a standard of my own "our_way"
    When I run "plumbline standard diff predictive our_way --format json"
    Then it exits with 1
    And the output is JSON that keeps the contract of "standard-diff"

  Scenario: A folder that is there is never overwritten
    Given a standard of my own "our_way"
    When I run "plumbline standard new our_way"
    Then it exits with 2
    And nothing is printed but an error that says "is there already"

  Scenario: A base that nobody knows
    When I run "plumbline standard new our_way --based-on prediktive"
    Then it exits with 2
    And nothing is printed but an error that says "did you mean predictive"
