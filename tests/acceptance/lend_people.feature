Feature: Nobody is promised twice without somebody knowing it

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"
    And Osric answers for the pool "Crew", and the diver Tove is in it

  Scenario: A yes is weighed before it is said
    When Mira asks the pool "Crew" for 90 % of a diver for this month
    Then Osric is told "Quay crossing asks for people of Crew"
    And the page of the request says "Without it"
    When Osric approves it with Tove
    Then Mira is told "Quay crossing gets the people of Crew that it asked for"
    And the heat map by person says "full" of Tove

  Scenario: The second yes would be too much, and a no has a reason
    When Mira asks the pool "Crew" for 90 % of a diver for this month
    And Osric approves it with Tove
    And Mira asks the pool "Crew" for 90 % of a diver for this month
    Then the page of the request says "becomes too full"
    When Osric refuses it without a reason
    Then the answer says "Say why, and what would be possible"
    When Osric refuses it because "There is one diver."
    Then Mira is told "Quay crossing does not get the people of Crew that it asked for"

  Scenario: Why somebody is away is nobody's business
    When Osric enters leave of Tove for this week because of "An operation"
    Then the page of Tove says to Osric "An operation"
    And the page of Tove does not say to Dagny "An operation"
    And the heat map by person says "away" of Tove
