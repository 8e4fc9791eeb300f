Feature: Seeing what matters in all projects at once
  An executive has one screen: how what the organisation wants to reach stands, who reports better than the evidence,
  what only they can decide and what each week without it costs.

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And a red project "Quay crossing" that reports green, in the programme "Quays by night"
    And a green project "Crane park" that reports green, in the programme "Quays by night"

  Scenario: An objective counts the projects of its programmes
    Given Dagny adds the objective "Busier quays" with "Boats a day" from 10 to 40
    When Dagny says that the programme "Quays by night" is mainly for "Busier quays"
    And Dagny records that it is 25 today
    Then the objectives show "Busier quays" at 50 % of the way, with 2 projects, the worst of them red

  Scenario: An objective cannot be moved below itself
    Given Dagny adds the objective "Busier quays" with "Boats a day" from 10 to 40
    And Dagny adds the objective "More berths" below "Busier quays"
    When Dagny moves "Busier quays" below "More berths"
    Then they are told "It cannot lie below itself"

  Scenario: What is for no objective is named
    Given Dagny adds the objective "Busier quays" with "Boats a day" from 10 to 40
    When Osric opens the objectives
    Then "Crane park" stands under the projects without an objective

  Scenario: A watermelon is one press away
    When Osric opens the board view
    Then the board view names "Quay crossing" as a watermelon and not "Crane park"

  Scenario: A decision that waits costs more every week
    Given "Quay crossing" waits for Osric to decide "Which stone?" since 2 weeks, at 700 a week
    When Osric opens the decisions
    Then "Which stone?" is theirs to decide and has cost 1,400 so far

  Scenario: Who holds up several projects
    Given "Quay crossing" and "Crane park" both wait for the supplier "Stone Supply"
    When Osric opens the roadblocks
    Then "Stone Supply" holds up 2 projects

  Scenario: A guest does not see what is to be decided
    Given a guest of the organisation
    When the guest opens the decisions
    Then they are not allowed to

  Scenario: A filtered page becomes a link
    When Osric saves the heat map of watermelons as "Melons"
    Then "Melons" stands above the heat map and leads to the watermelons
