Feature: The best use of money and people, with reasons, and a decision that stays

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Elowen makes up the scenario "Next year" with a budget of 110
    And it chooses from
      | name   | cost | value |
      | Pier   | 60   | 100   |
      | Crane  | 50   | 80    |
      | Lights | 40   | 75    |
      | Fence  | 30   | 45    |
      | Cable  | 20   | 20    |
    And "Lights" needs "Cable", and "Pier" excludes "Crane"

  Scenario: The board is told what is best, and why the rest is out
    When Elowen has it calculated
    Then "Crane, Lights and Cable" are in, worth 175, and none is better
    And "Fence" is told "It would need 30 more than the budget of 2027 leaves."

  Scenario: What was decided stays when the scenario goes on
    When Elowen has it calculated
    And Osric makes it the plan of record
    And Elowen takes "Crane" out of the scenario
    Then the plan of record has "Crane" in it
    And it is readable for Ivo

  Scenario: Who made it up does not decide
    When Elowen has it calculated
    Then Elowen is not offered to make it the plan of record
