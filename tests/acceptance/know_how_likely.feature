Feature: Know how likely a promise is before it is broken

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"
    And the project has a plan that ends on 27 March

  Scenario: A promise that only the plan keeps is unknown, and a simulation tells
    When Mira promises the finish for 3 April
    Then the card of T-1 says "Unknown"
    When Mira says that everything takes 100 to 400 per cent
    And Mira runs 400 iterations
    Then the card of T-1 says "Not realistic"
    And the card of T-1 says "of the runs"

  Scenario: A promise that moves keeps what was said before
    When Mira promises the finish for 3 April
    And Mira moves T-1 to 29 May
    Then the card of T-1 says "29 May 2026"
    And the history of T-1 says "3 Apr 2026"

  Scenario: What became of others says what to add
    Given Elowen has a class "Quays" of 10 projects that took 10 to 100 per cent more
    When Mira promises the finish for 3 April
    And Mira compares the project with "Quays"
    Then the card of T-1 says "Of 10 of Quays, 30 % kept a promise with that much in hand."
    And the card of T-1 says "Not realistic"
