Feature: Audit projects
  A few projects are looked at closely. How they were chosen is kept, and nobody audits what they answer for.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira has recorded the plan "lead.xer"

  Scenario: From the plan to the closed finding
    When Elowen plans the audit "Do we follow the standard?" led by Elowen
    And Elowen has 1 project drawn with the seed 7
    Then the audit says "drawn at random with the seed 7"
    When Elowen begins the audit
    And Elowen answers every question "yes"
    And Elowen raises the finding "The plan is two months old." for Mira
    And Elowen reports the audit
    Then the report says "The plan is two months old."
    When Mira agrees to the finding: "It is brought up to date on Friday."
    And Mira reports the finding done: "Version 2 is there."
    And Ivo closes the finding: "Seen."
    And Elowen closes the audit
    Then the audit says "Closed"

  Scenario: Who leads an audit answers for none of its projects
    Given Elowen is the sponsor of "Quay crossing"
    When Elowen plans the audit "Do we follow the standard?" led by Elowen
    And Elowen chooses "Quay crossing" by hand
    Then they are told "who leads the audit, answers for P-1"

  Scenario: Nobody closes the finding they own
    Given the audit "Do we follow the standard?" of "Quay crossing" has begun
    And Elowen raises the finding "Nobody has looked at it." for Elowen
    When Elowen reports the finding done: "I looked."
    And Elowen closes the finding: "Fine."
    Then they are told "somebody else has to close it"

  Scenario: The manager disagrees, and says why
    Given the audit "Do we follow the standard?" of "Quay crossing" has begun
    And Elowen raises the finding "The plan is two months old." for Mira
    When Mira disagrees with the finding: " "
    Then they are told "This field is required"
    When Mira disagrees with the finding: "It is of last week."
    Then the finding says "It is of last week."

  Scenario: What is not relevant needs a reason
    Given the audit "Do we follow the standard?" of "Quay crossing" has begun
    When Elowen answers every question "not_relevant"
    Then they are told "Say why it is not relevant here."

  Scenario: Nothing is reported before everything is answered
    Given the audit "Do we follow the standard?" of "Quay crossing" has begun
    When Elowen reports the audit
    Then they are told "not answered yet"

  Scenario: A project manager audits nothing
    Given the audit "Do we follow the standard?" of "Quay crossing" has begun
    When Mira answers every question "yes"
    Then they are not allowed to
