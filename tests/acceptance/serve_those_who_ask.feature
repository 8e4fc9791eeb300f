Feature: Serve those who ask
  The office says what it does and until when; whoever asks can rely on it, and says in the end how content they are.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Elowen works in the office
    And the office takes "mentoring" from the catalogue

  Scenario: A request goes its way
    When Mira asks for "Mentor project managers": "A mentor for the quay"
    Then Elowen reads "A mentor for the quay" in the queue
    When Elowen takes the request
    And Elowen answers "Anselm calls you tomorrow."
    And Elowen finishes it with "Anselm is the mentor."
    Then Mira reads "Anselm is the mentor." on the request
    When Mira gives it 5 of 5
    Then Elowen reads "5" in the value of services

  Scenario: The clock stands still while the office waits for who asked
    Given Mira has asked for "Mentor project managers": "A mentor for the quay"
    When Elowen stops the clock with "For which quay?"
    Then Mira reads "standing still" on the request
    When Mira goes on with "The north quay."
    Then Elowen reads "The north quay." on the request

  Scenario: What somebody asked for is nobody else's business
    Given Mira has asked for "Mentor project managers": "A mentor for the quay"
    And "Ivo" is another project manager
    When Ivo opens the request
    Then they are not allowed to
