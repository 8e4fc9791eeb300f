Feature: Set a rule aside for a project
  Not every rule suits every project at every time. It is set aside in the open: with a reason, by somebody else, until a day.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira has recorded the plan "lead.xer"

  Scenario: A waiver is asked for, approved and shown beside the finding
    When Mira asks for a waiver of "leads" for 30 days: "The crew of both works is the same."
    And Dagny approves the waiver
    Then the finding of "leads" is waived
    And the findings say "Set aside for this project through"

  Scenario: Nobody approves the waiver they asked for
    When Dagny asks for a waiver of "leads" for 30 days: "It is urgent."
    And Dagny approves the waiver
    Then they are told "Somebody else decides"
    And the finding of "leads" fails

  Scenario: A project manager decides on none
    When Mira asks for a waiver of "leads" for 30 days: "The crew of both works is the same."
    And Mira approves the waiver
    Then they are not allowed to
    And the finding of "leads" fails

  Scenario: It ends by itself
    When Mira asks for a waiver of "leads" for 2 days: "The crew of both works is the same."
    And Dagny approves the waiver
    And 3 days have gone by
    Then the finding of "leads" fails
    And the waivers say "Expired"

  Scenario: It is ended early
    When Mira asks for a waiver of "leads" for 30 days: "The crew of both works is the same."
    And Dagny approves the waiver
    And Dagny ends the waiver
    Then the finding of "leads" fails

  Scenario: A refusal says why
    When Mira asks for a waiver of "leads" for 30 days: "I like leads."
    And Dagny refuses the waiver: "Split the activity instead."
    Then the waivers say "Split the activity instead."
    And the finding of "leads" fails

  Scenario: A waiver without a reason, or for ever
    When Mira asks for a waiver of "leads" for 30 days: " "
    Then they are told "This field is required"
    When Mira asks for a waiver of "leads" for 3000 days: "For good."
    Then they are told "a year from now"
