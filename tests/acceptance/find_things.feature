Feature: Find things
  Whoever looks for something finds it by a few letters, and finds only what they may see.

  Background:
    Given the organisations "Harbour Works" and "Northern Line"
    And the project "Quay crossing" managed by "Mira"
    And Gus is a guest, and Elowen manages the office

  Scenario: A project by the beginning of its name, a minute after it was made
    When the worker has worked
    And Gus searches for "cross"
    Then they find "Quay crossing"

  Scenario: A project by a mistyped name
    When the worker has worked
    And Gus searches for "corssing"
    Then they find "Quay crossing"

  Scenario: Guidance of the standard
    When the worker has worked
    And Gus searches for "negative lag"
    Then they find "Leads"

  Scenario: Who may not see people finds none
    When the worker has worked
    And Mira searches for "elowen"
    Then they find "Elowen"
    When Gus searches for "elowen"
    Then they find nothing

  Scenario: Another organisation is another world
    Given Olav manages the office of "Northern Line"
    When the worker has worked
    And Olav searches for "crossing" at "Northern Line"
    Then they do not find "Quay crossing"

  Scenario: What can be done is found by its name
    When the worker has worked
    And Mira searches for "upload cross"
    Then they are offered "Upload a plan: P-1 Quay crossing"
    When Gus searches for "upload cross"
    Then they are not offered "Upload a plan: P-1 Quay crossing"
