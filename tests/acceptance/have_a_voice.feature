Feature: Have a voice
  A team is asked a few questions again and again. It answers from its mail in ten seconds, and nobody can be told by what they answer.

  Background:
    Given the project "Quay crossing" managed by "Mira", which she reports as green
    And a team of six works on it, and Dagny runs the PMO
    And Dagny asks the team every week, first how confident it is in the next milestone

  Scenario: The link in the mail needs no sign-in and works once
    When the round opens
    Then each of the team has a mail with a link of their own
    And nobody's inbox shows a link
    When "Hand A" answers 4 from the mail
    Then they read "Thank you"
    And opening the link again, they read "You have answered for P-1 Quay crossing"

  Scenario: Results appear when the round has closed
    Given the round is open and six of the team have answered 4
    Then Dagny reads no mean
    When the round has closed
    Then Dagny and "Hand A" read the mean "4.0"
    And a link of the round says "This round has closed"

  Scenario: Four answers are not shown
    Given the round is open and four of the team have answered 1
    When the round has closed
    Then Dagny reads "Not shown: Fewer than five answers"

  Scenario: Weak confidence stands against a green report
    Given the round is open and six of the team have answered 2
    When the round has closed
    Then on the page of reports beside evidence Dagny finds "Quay crossing" named as "Weak confidence"

  Scenario: Only the office asks
    When "Hand A" wants to set up the pulse
    Then they are told that their role does not allow it
