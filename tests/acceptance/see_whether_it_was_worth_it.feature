Feature: Benefits are promised before, and seen afterwards

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"
    And Mira has recorded the plan "bridge.xer"

  Scenario: A project without benefits stays as it was
    Then the evidence about benefits is "unknown"

  Scenario: A benefit that hangs in the air is found, and how to mend it is said
    When Mira proposes the benefit "Shorter waits" without an owner
    Then the evidence about benefits is "amber"
    And the page says "B-1 Shorter waits reaches no objective."
    And the page says "B-1 Shorter waits is fed by no business change."
    And the page says "Name one person who stays when the project is gone."

  Scenario: Promised by somebody who stays, and fed by a change
    When Mira proposes the benefit "Shorter waits" without an owner
    And Osric sets the objective "Trams that one need not wait for"
    And Mira has Osric own "Shorter waits" and agrees on 10 to 6 minutes in a year, measured every 30 days
    And Mira links the change "Drivers leave by the clock", due in 20 days, between the plan and the objective
    Then the evidence about benefits is "green"
    And the page says "The network is sound"

  Scenario: A late change puts the benefit at risk by itself
    Given the benefit "Shorter waits" is promised, fed and aimed
    When 21 days have gone by without a word
    Then the evidence about benefits is "amber"
    And the page says "At risk"

  Scenario: The owner is told after the project is closed and its manager gone
    Given the benefit "Shorter waits" is promised, fed and aimed
    When Dagny closes the project, and Mira leaves
    And 31 days have gone by without a word
    Then Osric is told once "“Shorter waits” is to be measured: Minutes between trams"
    When Osric measures 9 for "Shorter waits"
    Then the page of "Shorter waits" says "The project is closed. This is measured on."
    And the page of "Shorter waits" says "9 min"

  Scenario: What was learned from it stays
    Given the benefit "Shorter waits" is promised, fed and aimed
    When Dagny closes the project, and Mira leaves
    And Dagny plans a benefits review with Osric in 180 days
    And 181 days have gone by without a word
    Then Osric is told once "The benefits review of Quay crossing is due"
    When Osric holds it, decides to stop measuring, and learned "Ask the drivers first"
    Then the lessons learned say "Ask the drivers first"
    And nothing is measured any more
