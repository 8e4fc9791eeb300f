Feature: Report the status of a project
  Each month the project manager says how the project stands, beside what the evidence says. What was said stays as it was said.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: From a first report to the next one
    When Mira reports that everything is green: "We begin."
    Then Osric reads in the report "We begin."
    When 28 days have gone by for reports
    And Mira opens the next report
    Then they are told "We begin."
    And they are told "The last report speaks of"

  Scenario: Amber asks why
    When Mira reports that "schedule" is amber without saying why
    Then they are told "Say why it is amber, and what is done about it."
    And nothing is published

  Scenario: What was half written is there the next day
    When Mira writes "The crane is" and leaves
    And 1 days have gone by for reports
    And Mira opens the next report
    Then they are told "The crane is"
    And nothing is published

  Scenario: Two pages at once
    When Mira opens the report on two pages and saves "One" on the first and "Two" on the second
    Then they are told "on another page meanwhile"
    And the draft says "One"

  Scenario: Readers say that they have read it
    When Mira reports that everything is green: "We begin."
    And Osric says that he has read it
    Then Dagny reads in the report "Osric"

  Scenario: Late, and then silent
    When Mira reports that everything is green: "We begin."
    And 45 days have gone by for reports
    Then Dagny finds it at the desk under "late"
    And Dagny reminds Mira
    When 70 days have gone by for reports
    Then Dagny finds it at the desk under "silent"
    And the status of the project says "This project is silent"

  Scenario: A report line of its own
    When Mira adds the report line "North depot", reported by Ivo
    And Ivo reports on that line: "The rails are laid."
    Then Dagny reads in the report "North depot"
