Feature: Stakeholders are looked after, and poor stakeholder management is found by the machine

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"
    And Mira has recorded the plan "bridge.xer"

  Scenario: A project without a register stays as it was
    Then the evidence about stakeholders is "unknown"

  Scenario: Poor stakeholder management is found by the machine
    Given the evidence about stakeholders is "unknown"
    When Mira enters "Alderman Voss" with power 5, "resistant", and nobody to look after him
    Then the evidence about stakeholders is "amber"
    And the register says "1 of 1 powerful stakeholders has nobody who looks after them"
    And the register says "S-1 Alderman Voss"
    And the findings that everybody reads speak of "S-1" and not of "Alderman Voss"

  Scenario: Good stakeholder management turns it green
    When Mira enters "Alderman Voss" with power 5, "resistant", and nobody to look after him
    And Mira looks after "Alderman Voss" herself every 14 days and wins him over
    Then the evidence about stakeholders is "green"

  Scenario: Silence is noticed by itself, and the owner is told once
    When Mira enters "Alderman Voss" with power 5, "resistant", and nobody to look after him
    And Mira looks after "Alderman Voss" herself every 14 days and wins him over
    And 23 days have gone by without a word
    Then the register says "1 of 1 stakeholders with an agreed rhythm (100 %) has not been spoken with in time"
    And the evidence about stakeholders is "red"
    And Mira is told once "Alderman Voss is waiting to hear from you"
    When Mira logs that she met "Alderman Voss"
    Then the evidence about stakeholders is "green"

  Scenario: Somebody known from another project is not entered twice
    Given the project "Quay lights" managed by "Runa"
    When Mira enters "Alderman Voss" with power 5, "resistant", and nobody to look after him
    And Runa enters "Voss the mayor" in "Quay lights"
    Then they are told "Is it one of these?"
    When Runa says that it is "Alderman Voss"
    Then "Alderman Voss" is there once and has a stake in 2 projects

  Scenario: Promised news that does not come is late
    When Mira plans "Letter to the residents" every 30 days, due today
    And 4 days have gone by without a word
    Then the plan of communication says "0 % held in time"
    When Mira records that "Letter to the residents" was held
    Then the plan of communication says "Recorded: held, but late."

  Scenario: Notes about people are not for everybody
    Given Lior is a team member
    When Mira enters "Alderman Voss" with power 5, "resistant", and nobody to look after him
    And Lior opens the register
    Then they are not allowed to
