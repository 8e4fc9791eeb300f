Feature: An organisation takes its data along, and leaves without a trace
  All that an organisation owns is its own: it can have it as a file in open formats, and have it deleted.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: An archive is made in the background and downloaded
    When Dagny asks for an archive
    Then Dagny can download it, and it names "Quay crossing"
    And it holds neither passwords nor keys
    And it is noted who made and who downloaded it

  Scenario: Only who asked for an archive can download it
    Given "Runa" is another PMO manager
    When Dagny asks for an archive
    Then Runa sees that there is one and cannot download it

  Scenario: After a week an archive is gone
    When Dagny asks for an archive
    And 8 days go by for the archive
    Then Dagny can no longer download it

  Scenario: Staff neither keep nor delete an organisation
    When Elowen opens the page of archives
    Then they are not allowed to

  Scenario: The name has to be typed in
    When Dagny asks for deletion and types "harbour"
    Then they are told "Type the name exactly as it is written: Harbour Works"
    And the organisation is not announced to go

  Scenario: Two people decide, everybody sees it, and after a week everything is gone
    Given "Runa" is another PMO manager
    And an organisation "Northern Line" with the project "Sleepers"
    When Dagny asks for deletion and types "Harbour Works"
    Then nobody is told yet that the organisation is going to be deleted
    But Runa finds in the inbox that Dagny asks for it
    When Dagny confirms the deletion
    Then they are told "Somebody else has to confirm it"
    When Runa confirms the deletion
    Then Osric reads on every page that the organisation is going to be deleted
    When 6 days go by for the archive
    Then the organisation is still there
    When 2 days go by for the archive
    Then nothing of the organisation is left but one line that says who wished it
    And "Northern Line" still has the project "Sleepers"

  Scenario: A deletion is withdrawn
    Given "Runa" is another PMO manager
    When Dagny asks for deletion and types "Harbour Works"
    And Runa confirms the deletion
    And Dagny withdraws the deletion
    And 30 days go by for the archive
    Then the organisation is still there

  Scenario: The only PMO manager has more time to think
    When Dagny asks for deletion and types "Harbour Works"
    Then Osric reads on every page that the organisation is going to be deleted
    When 20 days go by for the archive
    Then the organisation is still there
    When 2 days go by for the archive
    Then nothing of the organisation is left but one line that says who wished it

  Scenario: An archive is taken up by another installation
    When Dagny asks for an archive
    And Dagny downloads it and the organisation is deleted
    And the operator restores it by the command line
    Then Dagny finds the project "Quay crossing" where it was
    When the operator restores it by the command line
    Then the operator is told to choose another address

  Scenario: An archive is taken up by a page of an empty installation
    When Dagny asks for an archive
    And Dagny downloads it and the organisation is deleted
    And somebody uploads it to the empty installation
    Then they read that it holds "Harbour Works" with 1 project, and nothing is there yet
    When they confirm it as Dagny
    Then they are told that "Harbour Works" is taken up
    And Dagny signs in with the new password and finds the project "Quay crossing"
    And it is noted which archive was taken up
    And nobody can upload another archive

  Scenario: A damaged archive is refused, and says why
    When Dagny asks for an archive
    And Dagny downloads it and the organisation is deleted
    And somebody uploads it to the empty installation, damaged on the way
    Then they are told "is no ZIP file, or it is damaged"
    And the installation is as empty as before
