Feature: Assess maturity
  How well projects are managed is seen by several people, with evidence where it can be measured.

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Elowen has begun the round "Spring" with Dagny, Ivo and Osric

  Scenario: Somebody is asked, answers a page, leaves and comes back
    Then Osric is told in the inbox "Assess how we manage projects: Spring"
    When Osric says that "risk-spoken-of" is met because "At every meeting."
    Then Osric reads "At every meeting." among the answers on "risk"

  Scenario: The evidence is seen beside the question, and one may see it differently
    Then Osric reads "The office has no approved charter." among the answers on "governance"
    When Osric says that "governance-mandate" is met because ""
    Then Osric reads "Say in the comment why you see it differently."
    When Osric says that "governance-mandate" is met because "It is in the council's minutes."
    Then Osric reads "Saved."

  Scenario: Nobody is named, and the majority counts
    Given Dagny, Ivo and Osric find the levels 2, 2 and 1
    When Elowen closes the round
    Then Osric reads on the round "2 met"
    And the overall level is 2

  Scenario: The lead sets what was agreed on after talking about it
    Given Dagny, Ivo and Osric find the levels 2, 2 and 1
    When Elowen sets "risk-owners" as not met because "Two have none."
    And Elowen closes the round
    Then Osric reads on the round "By consensus: Two have none."
    And the overall level is 1

  Scenario: What is missing becomes a step of the roadmap
    Given Dagny, Ivo and Osric find the levels 1, 1 and 1
    When Elowen closes the round
    And Dagny puts "risk-owners" on the roadmap
    Then Dagny reads on the overview "on the roadmap"
    And the roadmap of the office has "Each risk has an owner who knows of it."

  Scenario: A round that is closed does not change
    Given Dagny, Ivo and Osric find the levels 1, 1 and 1
    When Elowen closes the round
    And Osric says that "risk-owners" is met because "After all."
    Then Osric reads "The round is over"

  Scenario: Somebody stops, and goes on where they stopped
    When Osric says that "risk-spoken-of" is met because "At every meeting."
    Then Osric goes on at "risk-some-lists"

  Scenario: Who has not finished is reminded before the round closes, and on its day
    When the office looks 3 days before the day of the round
    Then Osric is told in the inbox "Your view is still missing, by 25 March 2026: Spring"
    When the office looks on the day of the round
    Then Osric is told in the inbox "Your view is still missing, by today: Spring"

  Scenario: What fewer than three people said is not told apart
    Given Dagny and Ivo find the levels 2 and 1
    Then Elowen reads among the views on "risk" "fewer than three answered"
