Feature: Plan in the browser
  Somebody without a planning tool writes a sound plan row by row, takes back what was wrong, and publishes it as a version.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Ada of the office may write plans too

  Scenario: From nothing to a first version
    When Mira begins an empty plan on "2026-03-02"
    And Mira adds the rows "Ground, Walls, Roof"
    And Mira types "10d" into the duration of "Walls"
    And Mira links "Walls" after "Ground"
    And Mira links "Roof" after "Walls"
    Then the plan finishes on "2026-03-17"
    When Mira publishes "The first plan"
    Then version 1 has the rows "Ground, Walls, Roof"
    And version 1 is assessed

  Scenario: What was wrong is taken back
    Given the published rows "Ground, Walls, Roof"
    When Mira begins with the current plan
    And Mira types "9d" into the duration of "Roof"
    And Mira removes "Ground"
    And Mira undoes the last edit
    Then the draft has the rows "Ground, Walls, Roof"
    And the page offers to undo "Duration of 3 to 9d"
    When Mira undoes the last edit
    And Mira opens the page to publish
    Then she is told "Nothing has changed"

  Scenario: What is unclear is refused at its place
    Given the published rows "Ground, Walls, Roof"
    When Mira begins with the current plan
    And Mira types "soon" into the duration of "Roof"
    Then she is told "is not a duration"
    And the draft has no edits

  Scenario: Two authors change the same row
    Given the published rows "Ground, Walls, Roof"
    When Mira begins with the current plan
    And Ada begins with the current plan
    And Ada renames "Walls" to "Bricks"
    And Ada publishes "Bricks are cheaper"
    And Mira renames "Walls" to "Timber"
    And Mira renames "Roof" to "Thatch"
    And Mira opens the page to publish
    Then she is told "Changed by both"
    When Mira publishes "As agreed with Ada" and takes theirs for "Walls"
    Then version 3 has the rows "Ground, Bricks, Thatch"
