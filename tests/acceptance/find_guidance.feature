Feature: Find guidance where work is
  Whoever works on something asks there what the standard says, by the version that the project follows.

  Background:
    Given the organisations "Harbour Works" and "Northern Line"
    And the project "Quay crossing" managed by "Mira"
    And Gus is a guest, and Elowen manages the office

  Scenario: From the risks of a project to what the standard says about risks
    When Mira follows the question from "registers/risk/" of the project
    Then they read "Risk register", "Template" and "Learn it"
    And they are told to ask "Elowen"

  Scenario: What a standard does not say is said plainly
    Given "agile" is the standard in force
    When Elowen asks at the place "changes" what the standard says
    Then they read "What this standard does not say here"

  Scenario: A project that follows another version is told by that version
    Given the project follows the standard that is in force
    And "agile" is the standard in force
    When Mira follows the question from "registers/risk/" of the project
    Then they read "Risk register", "Template" and "Learn it"

  Scenario: Guests read the standard and no names
    When Gus asks at the place "risks" what the standard says
    Then they read "Risk register"
    And they are not told of "Elowen"

  Scenario: A stranger is told nothing
    Given Olav manages the office of "Northern Line"
    When Olav asks at the place "risks" what the standard of "Harbour Works" says
    Then there is no such page
