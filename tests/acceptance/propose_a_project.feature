Feature: Propose a project
  Ideas come from everywhere. Each is asked the same questions, scored by several people, and decided by somebody who did not ask for it.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: A proposal is written in steps, left in the middle, and gone on with
    When Mira begins to propose "Quiet trams" and leaves
    Then only Mira sees it
    When Mira goes on and submits it
    Then Mira reads "The PMO"
    And Osric reads "Quiet trams"

  Scenario: What is missing is said before it is submitted
    When Mira begins to propose "Quiet trams" and leaves
    Then Mira cannot submit it yet: "Say what happens without it."

  Scenario: From a request to a project
    Given Mira has proposed "Quiet trams"
    When Elowen answers every question of screening with "yes"
    And Elowen lets it go on
    And Elowen scores it
    And Osric scores it
    And Dagny makes it the project "QT-1"
    Then Mira reads "It is a project"
    And the project "QT-1" names the request "Quiet trams"

  Scenario: A no that counts stops it, or is overruled with a reason
    Given Mira has proposed "Quiet trams"
    When Elowen answers every question of screening with "no"
    And Elowen lets it go on
    Then they are told "Say why it goes on all the same, or decline it."
    When Elowen lets it go on: "The council wants it."
    Then Mira reads "The council wants it."

  Scenario: Nobody judges or decides their own
    Given Elowen has proposed "Quiet trams"
    When Elowen answers every question of screening with "yes"
    Then they are told "It is your own request"

  Scenario: Nobody sees the scores of others before giving their own
    Given Mira has proposed "Quiet trams"
    When Elowen answers every question of screening with "yes"
    And Elowen lets it go on
    And Elowen scores it
    Then Osric cannot see the score of Elowen
    When Osric scores it
    Then Osric sees the score of Elowen

  Scenario: A question back waits for an answer
    Given Mira has proposed "Quiet trams"
    When Elowen asks "Which lines?"
    Then Mira reads "It waits for your answer"
    When Mira says "Two and five."
    Then Elowen reads "Two and five."

  Scenario: On hold until a day
    Given Mira has proposed "Quiet trams"
    When Elowen puts it on hold for 10 days: "The budget is made in May."
    Then Mira reads "The budget is made in May."
    When 10 days have gone by for requests
    Then Mira reads "Back in the queue"

  Scenario: A request is declined with a reason
    Given Mira has proposed "Quiet trams"
    When Elowen declines it: "The new trams are quiet."
    Then Mira reads "The new trams are quiet."
