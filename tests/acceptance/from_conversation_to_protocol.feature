Feature: From conversation to protocol
  Three people agree on what is good enough before anybody builds it. The same words become tests that run where code is
  built, what was built is shown, and both sides sign what was decided.

  Background:
    Given Mira manages "Lock gate", Bo will use it, Tess leads the team, and Quinn looks after quality

  Scenario: From an empty deliverable to a signed protocol
    Given Mira has written a criterion of the deliverable "Gate", in Gherkin
    When Mira calls an acceptance session
    Then the criterion cannot be put on the agenda, because nobody has agreed on it
    When Bo agrees for business, Tess for development, and Quinn for test
    And Tess takes the skeletons along, fills in the steps, and lets pytest run them
    Then the results name the criterion, and say that it passed
    When the build server hands the results in, by a token of the project
    Then the criterion is green in the trace matrix
    When Mira puts the criterion on the agenda, with Tess to sign for the supplier
    And Bo accepts the criterion, and closes the session
    Then the protocol waits for the signatures of Bo and Tess
    When Bo and Tess sign
    Then the protocol is signed, and its PDF has the text that was agreed on

  Scenario: What was agreed on is changed before it is shown
    Given Mira has written a criterion of the deliverable "Gate", in Gherkin
    And Bo agrees for business, Tess for development, and Quinn for test
    And Mira calls an acceptance session
    And Mira puts the criterion on the agenda, with Tess to sign for the supplier
    When Mira changes the text of the criterion
    Then Bo cannot accept it, and reads why
