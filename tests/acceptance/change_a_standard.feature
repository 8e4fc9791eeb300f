Feature: Change a standard
  The office changes its standard in the open: somebody writes a draft, somebody else approves it, and only then it counts.

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: A change is written, approved by somebody else, and published
    Given Elowen has begun a draft from the standard in force
    When Elowen gives it the version "2.0.0" and a limit of 12 for the rule "high_float"
    Then the draft says "Rule “High float”: limit was 5, is 12, which is looser."
    When Elowen sends it to review
    And Osric approves it
    And Dagny publishes it
    Then version "2.0.0" is in force
    And the draft says "It is"

  Scenario: Nobody approves what they wrote
    Given Elowen has begun a draft from the standard in force
    And Elowen has given it the version "2.0.0" and sent it to review
    When Elowen approves it
    Then they are told "somebody else has to approve it"
    And it is not approved

  Scenario: Whoever changed a word of it is an author too
    Given Elowen has begun a draft from the standard in force
    And Ivo has given it the version "2.0.0" and sent it to review
    When Ivo approves it
    Then they are told "somebody else has to approve it"

  Scenario: Without an approval nothing is published
    Given Elowen has begun a draft from the standard in force
    And Elowen has given it the version "2.0.0" and sent it to review
    When Dagny publishes it
    Then they are told "Nobody but its authors has approved it"
    And version "2.0.0" is not in force

  Scenario: An approval holds for what was read, and for nothing else
    Given Elowen has begun a draft from the standard in force
    And Elowen has given it the version "2.0.0" and sent it to review
    And Osric has approved it
    When Elowen gives it the version "3.0.0" and a limit of 50 for the rule "high_float"
    And Elowen sends it to review
    And Dagny publishes it
    Then they are told "Nobody but its authors has approved it"

  Scenario: A draft with mistakes is not sent to review
    Given Elowen has begun a draft from the standard in force
    When Elowen writes "rules: [" into "rules.yaml"
    And Elowen sends it to review
    Then they are told "rules.yaml"
    And the draft says "It cannot be run yet"

  Scenario: Somebody who asks for changes sends it back
    Given Elowen has begun a draft from the standard in force
    And Elowen has given it the version "2.0.0" and sent it to review
    When Osric asks for changes: "Twelve per cent is too much."
    Then the draft says "Twelve per cent is too much."
    And the draft says "Being written"

  Scenario: A version that was published never changes
    Given Elowen has begun a draft from the standard in force
    When Elowen writes "A new word." into "guidance/leads.md"
    And Elowen sends it to review
    Then they are told "was published with other content"
