Feature: Organisations are kept strictly apart
  An outsourced PMO serves several clients. What belongs to one does not exist for another.

  Scenario: Somebody of another organisation finds nothing
    Given the organisations "Harbour Works" and "Northern Line"
    When a PMO manager of "Northern Line" opens every address of "Harbour Works"
    Then each of them does not exist

  Scenario: An address does not betray a title
    Given the organisations "Harbour Works" and "Northern Line"
    When a PMO manager of "Northern Line" opens a project of "Harbour Works"
    Then the answer does not contain the project's name

  Scenario: A guest reads and changes nothing
    Given a guest of "Harbour Works"
    When the guest tries to upload a plan
    Then the guest is told that their role does not allow it

  Scenario: Every change leaves one audit line
    Given the project "Quay crossing" managed by "Mira"
    When Mira records a plan
    Then one audit line says who recorded which plan version when

  Scenario: An office sees of its client what is agreed, until the client ends it
    Given the organisations "Harbour Works" and "Northern Line"
    And "Dagny" is PMO manager of "Harbour Works" and "Olav" of "Northern Line"
    And "Northern Line" has the project "Sleeper renewal"
    When Dagny offers to work for a client that shows "health_counts"
    Then nothing of "Northern Line" is on the desk of "Harbour Works"
    When Olav types in the code and accepts
    Then the desk of "Harbour Works" shows "Northern Line" with "Unknown"
    And it does not show "Sleeper renewal"
    When Olav ends the agreement
    Then the desk of "Harbour Works" has no client

  Scenario: One person alone makes no agreement
    Given the organisations "Harbour Works" and "Northern Line"
    And "Dagny" is PMO manager of "Harbour Works" and "Olav" of "Northern Line"
    And Dagny is PMO manager of "Northern Line" as well
    When Dagny offers to work for a client that shows "project_names"
    And Dagny types in the code and accepts
    Then they are told "An agreement takes two people"
