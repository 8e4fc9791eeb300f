Feature: A plan file becomes a plan version, findings and a status
  A project manager hands in the file their planning tool wrote. They see what was read before anything
  is recorded, and within seconds what is wrong with the plan, why it matters and how to mend it.

  Background:
    Given the project "Quay crossing" managed by "Mira"

  Scenario: A Primavera plan is read, previewed and recorded
    When Mira uploads the plan "bridge.xer"
    Then she sees a preview with the project name, the data date and the number of activities
    When she confirms the upload with the message "First baseline"
    Then "Quay crossing" has 1 plan version
    And its findings say which rules of the standard the plan breaks
    And the portfolio shows an evidence status for "Quay crossing"

  Scenario: Nothing is recorded before the upload is confirmed
    When Mira uploads the plan "bridge.xer"
    And she discards the upload
    Then "Quay crossing" has 0 plan versions

  Scenario: A file that cannot be read leaves nothing behind but an answer
    When Mira uploads the plan "truncated.xer"
    Then she is told that the file is not complete and what to do
    And "Quay crossing" has 0 plan versions

  Scenario: The same plan handed in twice is one plan version
    Given Mira has recorded the plan "bridge.xer"
    When Mira uploads the plan "bridge.xer"
    Then she is told that this is the plan already recorded as version 1

  Scenario: A second version is compared with the first
    Given Mira has recorded the plan "bridge.xer"
    And Mira has recorded the plan "bridge_update.xer"
    When Mira opens what changed between version 1 and version 2
    Then she sees the activities added, removed and changed and how far the finish moved

  Scenario: The original file can be fetched again unchanged
    Given Mira has recorded the plan "bridge.xer"
    When Mira fetches the original file of version 1
    Then it is byte for byte the file she uploaded
