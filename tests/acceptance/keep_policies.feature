Feature: Keep policies that people have read
  What everybody is to go by is written by one, approved by another, read by those it concerns, and looked at again in time.

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Mira is a project manager and Lior a team member

  Scenario: Written by one, approved by another
    Given Elowen has written the policy "Handling changes": "Every change has a reason."
    And Elowen has asked for its approval
    When Elowen approves the policy
    Then they are told "somebody else has to approve it"
    And Mira cannot find the policy
    When Osric approves the policy
    Then Mira reads "Every change has a reason."

  Scenario: Whoever changed a word of it is an author too
    Given Elowen has written the policy "Handling changes": "Every change has a reason."
    And Ivo has written the draft anew: "Every change has a reason and a price."
    And Ivo has asked for its approval
    When Elowen approves the policy
    Then they are told "somebody else has to approve it"

  Scenario: Sent back with a remark, it is written again
    Given Elowen has written the policy "Handling changes": "Every change has a reason."
    And Elowen has asked for its approval
    When Osric sends the policy back: "Who decides?"
    Then the draft says "Who decides?"
    When Osric approves the policy
    Then they are told "It is still being written"

  Scenario: Those it concerns read it, and the office sees who has not
    Given the policy "Handling changes" is published for project managers, to be read within 14 days
    Then Mira has 1 policy to read and Lior has 0
    And the policy says "0 of 1 have read it"
    When Mira says that they have read it
    Then Mira has 0 policies to read and Lior has 0
    And the policy says "1 of 1 have read it"
    When Lior says that they have read it
    Then they are not asked to read it

  Scenario: A new version asks again, a small correction does not
    Given the policy "Handling changes" is published for project managers, to be read within 14 days
    And Mira has read it
    When a small correction of it is published: "A comma more."
    Then Mira has 0 policies to read and Lior has 0
    When a new version of it is published: "Another way of doing it."
    Then Mira has 1 policy to read and Lior has 0

  Scenario: Who has left is not waited for
    Given the policy "Handling changes" is published for project managers, to be read within 14 days
    When Mira leaves the organisation
    Then the policy says "0 of 0 have read it"

  Scenario: It is looked at again in time
    Given the policy "Handling changes" is published for project managers, to be read within 14 days
    When 400 days have gone by
    Then the policies say "Review overdue"
    When Elowen says that it is still right
    Then the policies do not say "Review overdue"

  Scenario: Two versions side by side
    Given the policy "Handling changes" is published for project managers, to be read within 14 days
    When a new version of it is published: "Changes need a reason."
    Then the comparison of 1 and 2 shows "Changes need a reason." as added

  Scenario: Withdrawn with a reason
    Given the policy "Handling changes" is published for project managers, to be read within 14 days
    When Osric withdraws it: " "
    Then they are told "This field is required"
    When Osric withdraws it: "The law says it better."
    Then Mira reads "The law says it better."
    And Mira has 0 policies to read and Lior has 0
