Feature: Be told
  People are told what they should know: in their inbox, and by mail when they want it.

  Background:
    Given the organisations "Harbour Works" and "Northern Line"
    And the project "Quay crossing" managed by "Mira"

  Scenario: The inbox says what, why and where
    When Mira is told "The status report is late" about "Quay crossing", as "You manage this project."
    Then Mira has 1 unread
    And Mira reads "The status report is late" and "You manage this project."
    When Mira follows "The status report is late"
    Then Mira is at the page of "Quay crossing"
    And Mira has 0 unread

  Scenario: All is marked as read, and taken back
    When Mira is told "One" about "Quay crossing", as "You manage this project."
    And Mira is told "Two" about "Quay crossing", as "You manage this project."
    And Mira marks all as read
    Then Mira has 0 unread
    When Mira takes that back
    Then Mira has 2 unread

  Scenario: A muted project keeps quiet
    When Mira mutes "Quay crossing"
    And Mira is told "One" about "Quay crossing", as "You manage this project."
    Then Mira has 0 unread

  Scenario: One mail in the morning
    When Mira is told "One" about "Quay crossing", as "You manage this project."
    And Mira is told "Two" about "Quay crossing", as "You manage this project."
    And the worker works the next day at 7:59
    Then Mira has no mail
    When the worker works the next day at 8:00
    And the worker works the next day at 8:01
    Then Mira has 1 mail that says "One" and "Two"

  Scenario: No mail for who wants none
    When Mira chooses "none" for mail
    And Mira is told "One" about "Quay crossing", as "You manage this project."
    And the worker works the next day at 9:00
    Then Mira has no mail
    And Mira has 1 unread
