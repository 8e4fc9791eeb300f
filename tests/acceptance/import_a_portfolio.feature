Feature: Import a whole portfolio
  A ministry keeps its projects in a table. It comes in as messy as it is: every row goes in, or says why it does not.

  Background:
    Given Elowen is PMO staff, Osric is an executive, and Mira is a project manager

  Scenario: The table of an invented ministry, seen before anything is written
    When Elowen hands in the table of the Ministry of Tides for 2024
    Then Elowen reads "Ministry of Tides"
    When Elowen has it checked
    Then Elowen reads "Nothing is imported yet"
    And Elowen reads "'soon' is not a date"
    And there are no projects
    When Elowen confirms
    Then the projects are "Eel ladders, Sluice 4"
    And Osric sees "Amber/Red" under Trends
    And Osric sees nothing of "Tide clock" under Trends

  Scenario: The same file again changes nothing
    Given the table of the Ministry of Tides for 2024 is imported
    When Elowen imports the same table again
    Then Elowen reads "Nothing was new"

  Scenario: The years come in any order
    Given the table of the Ministry of Tides for 2025 is imported
    And the table of the Ministry of Tides for 2024 is imported
    Then the project "Sluice 4" has the budget 5200000
    And Osric sees that the rating of "Sluice 4" rose

  Scenario: Second thoughts
    When Elowen hands in the table of the Ministry of Tides for 2024
    And Elowen has it checked
    And Elowen cancels
    Then there are no projects

  Scenario: Whoever does not run the office does not import
    Then Osric and Mira may not import a portfolio
