Feature: No work without agreement
  People agree on what they will accept before work begins. How firmly an office holds to that stands in its standard:
  it advises, it asks for a waiver, or it keeps the gate shut.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Osric is "sponsor", Ivo is "business_owner", Elowen is "team_lead" and Dagny is "quality_assurance"

  Scenario: A supportive office advises
    Given the standard is held "supportive"
    And work on "Ticket gate" has begun by the plan, and nobody has agreed on anything
    And the first gate waits for the decision only
    Then the finding of "work_without_agreed_criteria" fails
    And the findings say "1 of 1 deliverables on which work has begun has no criteria, or criteria not agreed: D-1"
    And the findings say "begun on 2026-03-02 by the plan; no criteria"
    When Osric decides "go"
    Then the project is in the phase "Definition and planning"

  Scenario: A controlling office asks for a waiver, and the waiver sets it aside
    Given the standard is held "controlling"
    And work on "Ticket gate" has begun by the plan, and nobody has agreed on anything
    And the first gate waits for the decision only
    Then the finding of "work_without_agreed_criteria" fails
    When Osric decides "go"
    Then they are told "“Work without agreed criteria” fails: mend it, have it set aside by a waiver"
    And the project is in the phase "Concept"
    When Mira asks for a waiver of it: "It is a trial, to find out what could be agreed on."
    And Dagny approves the waiver
    Then the finding of "work_without_agreed_criteria" is waived
    When Osric decides "go"
    Then the project is in the phase "Definition and planning"

  Scenario: A directive office keeps the gate shut
    Given the standard is held "directive"
    And work on "Ticket gate" has begun by the plan, and nobody has agreed on anything
    And the first gate waits for the decision only
    Then the finding of "work_without_agreed_criteria" fails
    When Osric decides "conditional"
    Then they are told "“Work without agreed criteria” fails and blocks the gate"
    And the project is in the phase "Concept"

  Scenario: Agreement mends it, and a changed text breaks it again
    Given the standard is held "directive"
    And work on "Ticket gate" has begun by the plan, and nobody has agreed on anything
    When Mira writes the criterion "It opens" at it
    Then the findings say "begun on 2026-03-02 by the plan; not agreed: AC-1"
    When Ivo agrees for "business", Elowen for "development" and Dagny for "test"
    Then the finding of "work_without_agreed_criteria" passes
    When Mira changes the text of the criterion
    Then the finding of "work_without_agreed_criteria" fails

  Scenario: What was not ready is named, and an answer has a name and a day
    Given the standard is held "supportive"
    And work on "Ticket gate" has begun by the plan, and nobody has agreed on anything
    Then the finding of "work_not_ready" fails
    And the page of ready and done says "no owner"
    When Mira answers "nothing_missing_from_outside" with yes: "The permit came on Monday."
    Then the page of ready and done says "The permit came on Monday."
    And the page of ready and done says "Mira"
