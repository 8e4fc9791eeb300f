Feature: Train in the loop
  What goes wrong again and again proposes its lesson to whoever leads the project. A live session has as many seats as it has, and what was learnt elsewhere is shown as that.

  Background:
    Given Ilka manages the projects "Quay crossing" and "Harbour light"
    And Tomas manages the project "Ferry stairs"
    And Dagny runs the office

  Scenario: A finding that came in two projects becomes an assignment
    Given plans with an open end are assessed in "Quay crossing" and "Harbour light"
    When Ilka looks at what there is to learn
    Then Ilka reads "Proposed to you"
    And Ilka reads "in 2 plans of 2 projects"
    When Dagny asks of Ilka what the findings propose first
    Then Ilka is asked to learn it, because of "in 2 plans of 2 projects"

  Scenario: One plan of each of two managers proposes nothing
    Given plans with an open end are assessed in "Quay crossing" and "Ferry stairs"
    When Ilka looks at what there is to learn
    Then Ilka does not read "Proposed to you"

  Scenario: Whoever waits moves up
    Given Dagny plans a live session with 1 seat
    When Ilka registers
    And Tomas registers
    Then Tomas reads "You wait"
    When Ilka cancels her registration
    Then Tomas is told "You have a seat"

  Scenario: A result from elsewhere is shown, and earns no certificate
    When Dagny takes in that Ilka passed "Network logic" at "Harbour school"
    And Ilka looks at what there is to learn
    Then Ilka reads "from Harbour school"
    And there is no certificate
