Feature: Know what has started
  Teams go on working where they work. What has started and ended there is known here, beside the criteria that were
  to be agreed before.

  Background:
    Given Dora heads the PMO of "Harbour Works", and Mira manages the project "New crane"
    And it delivers "The crane" with the criterion "It lifts ten tons", on which nobody has agreed yet
    And Mira has connected the Jira board "Crane board"

  Scenario: An export shows that work began before its criteria were agreed
    When Mira hands in an export with "CR-1" in the state "In Progress" and the label "D-1"
    Then she sees what would be taken, and nothing is taken yet
    When she confirms it
    Then the page of work items says of "The crane" "0 of 1 agreed"
    And work on "The crane" has started

  Scenario: A state that nobody has explained is asked for
    When Mira hands in an export with "CR-1" in the state "Greasing" and the label "D-1"
    Then she is asked what "Greasing" means
    When she says that it means work in progress, and confirms it
    And she hands in an export with "CR-2" in the state "Greasing" and the label "D-1"
    Then she is not asked what "Greasing" means

  Scenario: An older export does not undo what is known
    Given a program has told with a token that "CR-1" is done since "2026-03-09T10:00:00Z"
    When a program tells with a token that "CR-1" is in progress since "2026-03-04T10:00:00Z"
    Then "CR-1" is done

  Scenario: The tracker tells by itself
    Given Mira has connected the GitHub repository "Crane app" with a webhook
    When GitHub tells that an issue with the label "D-1" is in progress
    Then work on "The crane" has started
    When somebody else tells the same with a wrong signature about another issue
    Then nobody knows of that issue

  Scenario: A token is shown once and can be revoked
    Given a program has told with a token that "CR-1" is done since "2026-03-09T10:00:00Z"
    When Mira revokes the token
    And a program tells with a token that "CR-2" is done since "2026-03-09T10:00:00Z"
    Then the program is told to ask for another token
    And nobody knows of "CR-2"
