Feature: Audit projects
  What a system keeps is not all there is. Somebody who manages none of them looks at some projects, and what is to be put right is followed to its end.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: From the plan of an audit to the closing of its finding
    When Elowen plans an audit of "Quay crossing" by hand
    And Elowen starts the audit
    And Elowen answers every question "no": "The charter hangs in no office."
    And Elowen raises a finding for Mira: "Write the charter."
    And Elowen gives the report
    Then the report says "The charter hangs in no office."
    When Mira says about the finding that it is "response": "True. I will."
    And Mira says about the finding that it is "done": "It is written."
    And Ivo closes the finding: "I have read it."
    And Ivo closes the audit
    Then the audits say "Closed"

  Scenario: Nobody closes what they had to mend
    Given Elowen has an audit of "Quay crossing" with a finding for Ivo
    When Ivo says about the finding that it is "done": "It is written."
    And Ivo closes the finding: "I have read it."
    Then the finding is not closed

  Scenario: Nobody leads an audit of their own project
    Given the project "Weir" managed by Elowen
    When Elowen plans an audit of "Weir" by hand
    Then they are told "manages one of these projects"

  Scenario: Chosen by chance, and anybody can draw again
    When Elowen plans an audit of 1 project by chance
    Then the audit says "drawn by chance with the seed"

  Scenario: A report with open questions is not given
    When Elowen plans an audit of "Quay crossing" by hand
    And Elowen starts the audit
    And Elowen gives the report
    Then no report is given

  Scenario: A project manager plans none
    When Mira plans an audit of "Quay crossing" by hand
    Then they are not allowed to
