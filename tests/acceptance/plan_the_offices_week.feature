Feature: Plan the office's week
  The office knows what is on which day, plans its week beside the time there is, and carries along what was left.

  Background:
    Given Dagny is the PMO manager and Elowen works in the office
    And "Ivo" is a project manager

  Scenario: What comes again stands in the month, but for the day on which it is cancelled
    When Elowen adds "Round of the quay" every week from 2 March 2026 at 09:15
    Then Ivo reads "Round of the quay" 5 times in March 2026
    When Elowen cancels it on 9 March 2026
    Then Ivo reads "Round of the quay" 4 times in March 2026

  Scenario: A calendar program reads the same by a secret address, until it is withdrawn
    Given Elowen adds "Round of the quay" every week from 2 March 2026 at 09:15
    When Ivo makes an address of the calendar
    Then a program reads "Round of the quay" by the address
    When Elowen cancels it on 9 March 2026
    Then the program reads the same entry without 9 March 2026
    When Ivo withdraws the address
    Then the program reads nothing by the address

  Scenario: A week is planned beside the time there is
    When Elowen plans "Sweep the quay" for 30 hours in week 2026-W10
    And Dagny plans "Count the quays" for 20 hours in week 2026-W10 for Elowen
    Then Elowen reads "50 h planned of 40 h" in week 2026-W10
    And Elowen reads "Too much" in week 2026-W10

  Scenario: What was left over is carried along
    Given Elowen plans "Sweep the quay" for 3 hours in week 2026-W09
    And Elowen plans "Paint the quay" for 2 hours in week 2026-W09
    When Elowen says that "Paint the quay" is done
    And Elowen carries over into week 2026-W10
    Then Elowen reads "3 h planned of 40 h" in week 2026-W10

  Scenario: The week is the office's own, and the calendar everybody's
    When Ivo opens the week
    Then they are not allowed to
    And Ivo opens the calendar
