Feature: Write the charter of the office
  An office begins with the challenges it is to overcome, and every day its charter shows whether it does.

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: From a challenge to an approved charter
    Given reports were on time in 40 % of the cases
    When Dagny chooses the common challenge "late_reports" with a target of 90
    And Dagny lets the service "Report status" answer it
    And Dagny writes purpose, kind, sponsor and review
    And Dagny asks for its approval
    Then Dagny is told "Somebody else has to approve" when they approve it
    When Osric approves it
    Then the charter says "Charter 1"
    And the charter says "approved by Osric"

  Scenario: The charter shows every day whether a challenge is being overcome
    Given a charter with the challenge "late_reports" from 40 to 90
    When reports are on time in 65 % of the cases
    Then the charter shows 40, 65 and 90 and "On the way"
    When reports are on time in 92 % of the cases
    Then the charter shows 40, 92 and 90 and "Overcome"

  Scenario: What is missing is said where it can be mended
    When Dagny chooses the common challenge "late_reports" with a target of 90
    Then the charter says "No service answers"
    And asking for approval is refused with "The purpose is not written."
