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
