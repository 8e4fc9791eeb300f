Feature: Keep registers
  What a project keeps track of stands in one place: risks, issues, decisions and what one project needs from another.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And the project "New mole" managed by "Ivo"
    And Osric is an executive who decides

  Scenario: A risk is written in one line, and the line waits for the next
    When Mira adds the risk "Ice on the quay"
    And Mira adds the risk "Fog in the harbour"
    Then Mira reads "Ice on the quay" and "Fog in the harbour" among the risks

  Scenario: A risk strikes
    Given Mira has added the risk "Ice on the quay"
    When the risk strikes
    Then Mira reads "It became" on the risk
    And the issue "Ice on the quay" leads back to the risk

  Scenario: A decision waits for the one who has to take it
    Given Mira asks Osric to decide "Shall we close the quay?"
    Then Mira cannot decide it
    When Osric decides "Closed until Monday."
    Then Mira reads "Closed until Monday." on the decision

  Scenario: Both sides agree on what one needs from the other
    Given Mira needs "The bollards" from "New mole"
    Then Ivo reads "Not agreed yet" in the registers of "New mole"
    When Ivo agrees to it
    Then Mira reads "Agreed by both" on the dependency

  Scenario: What one project learned is offered to the next
    Given Mira has learned "Survey the mole before the tender"
    When Ivo searches the lessons learned for "tender"
    Then Ivo reads "Survey the mole before the tender"
    When Ivo applies it to "New mole"
    Then Mira reads "Applied" on the lesson learned
