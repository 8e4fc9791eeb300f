Feature: Tailor the standard to a project
  What may be changed, and who approves it, is written in the standard. Every change has a reason, an approver and, where the standard asks for it, a last day.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira has recorded the plan "lead.xer"

  Scenario: A limit is changed for one project
    When Mira asks for "rules.leads.limit" to be "100" for 30 days: "The crews of both works are the same."
    And Dagny approves the change
    Then the finding of "leads" passes
    And the standard of the project says "The crews of both works are the same."

  Scenario: Before it is approved it changes nothing
    When Mira asks for "rules.leads.limit" to be "100" for 30 days: "The crews of both works are the same."
    Then the finding of "leads" fails
    And the standard of the project says "Asked for"

  Scenario: Nobody approves the change they asked for
    When Dagny asks for "rules.leads.limit" to be "100" for 30 days: "It is urgent."
    And Dagny approves the change
    Then they are told "somebody else has to decide"
    And the finding of "leads" fails

  Scenario: Only the role that the standard names approves
    When Mira asks for "rules.leads.limit" to be "100" for 30 days: "The crews of both works are the same."
    And Osric approves the change
    Then they are told "has the role Project Management Office"
    And the finding of "leads" fails

  Scenario: It ends by itself
    When Mira asks for "rules.leads.limit" to be "100" for 2 days: "The crews of both works are the same."
    And Dagny approves the change
    And 3 days have gone by
    Then the finding of "leads" fails
    And the standard of the project says "Expired"

  Scenario: It is ended early
    When Mira asks for "rules.leads.limit" to be "100" for 30 days: "The crews of both works are the same."
    And Dagny approves the change
    And Dagny ends the change
    Then the finding of "leads" fails

  Scenario: What the standard does not let be changed stays as it is
    When Mira asks for "control.degree" to be "supportive" for 30 days: "We are careful."
    Then they are told "does not let this be changed"

  Scenario: A change that makes no sense is refused with the place
    When Mira asks for "rules.leads.limit" to be "300" for 30 days: "More is better."
    Then they are told "lies between 0 and 100"

  Scenario: A change that has to end asks for its last day
    When Mira asks for "rules.leads.limit" to be "100" for 3000 days: "For good."
    Then they are told "183 days"

  Scenario: A small project does without what its class does without
    When Elowen asks for the size class "small": "Two people, four months."
    And Dagny approves the change
    Then the standard of the project says "Small"
    And the standard of the project asks for fewer artefacts

  Scenario: A change that the next version does not know ends with the migration
    When Mira asks for "rules.leads.limit" to be "100" for 30 days: "The crews of both works are the same."
    And Dagny approves the change
    And version "2.0.0" is published, which finds leads nowhere
    And Elowen decides to migrate it
    Then the project follows "2.0.0"
    And the standard of the project says "Ended"
