Feature: A standard kept in git
  Some offices keep their standard in a git repository. The server's operator names the folder; the office begins drafts from it.

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: A draft is begun from a checkout and says from which commit
    Given the server has a checkout of the standard "city_standard"
    When Elowen begins a draft from "city_standard"
    Then the draft tells of the present commit of "city_standard"

  Scenario: The checkout has moved on, and is read again
    Given the server has a checkout of the standard "city_standard"
    And Elowen has begun a draft from "city_standard" and sent it to review
    When the checkout gets another commit with the title "City standard, revised"
    Then the draft offers to read the folder again
    When Elowen reads the folder again
    Then the draft tells of the present commit of "city_standard"
    And the draft says "City standard, revised"
    And the draft is being written
    And what it said before can still be downloaded

  Scenario: Where no folder is named, nothing is offered
    When Elowen looks at how a draft is begun
    Then no checkout is offered
