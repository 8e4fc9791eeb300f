Feature: Learn from each other
  Whoever wants to learn finds somebody who can help. Both agree before it begins, nobody learns who would rather not, and what the two say stays between them.

  Background:
    Given Elowen runs the mentoring programme "Spring on the quay"
    And Ilka can help with "Scheduling"
    And Lior wants to learn "Scheduling"

  Scenario: Two become a pair
    When Elowen has pairs proposed
    Then Lior reads "Can help with Scheduling." on the page of the pair
    When Lior agrees
    Then Lior reads "It begins when Ilka agrees too." on the page of the pair
    When Ilka agrees
    And Lior notes "I never dared to ask what float is."
    Then Ilka reads "I never dared to ask what float is." on the page of the pair

  Scenario: Nobody learns who would rather not
    Given Elowen has pairs proposed
    When Lior would rather not
    Then Ilka reads "No longer proposed" on the page of the pair
    And Ilka does not read "Lior" on the page of the pair
    And the audit does not name who answered
    When Elowen has pairs proposed
    Then no pair is proposed

  Scenario: The PMO sees that there is a pair, and nothing of what it says
    Given Elowen has pairs proposed
    And Ilka agrees
    And Lior agrees
    And Lior notes "I never dared to ask what float is."
    Then Elowen reads "Ilka" on the page of the programme
    And Elowen does not read "float" on the page of the programme
    When Elowen opens the page of the pair
    Then they are not allowed to
