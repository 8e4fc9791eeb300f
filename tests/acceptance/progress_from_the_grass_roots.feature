Feature: Progress from the grass roots
  Those who do the work say how it stands, from the mail or signed in. Whoever keeps the plan sees it beside what the
  plan says, and takes it over or says why not.

  Background:
    Given Mira manages the project "New crane", whose plan names "Lena" for "Build the base" and "B. Gantry" for "Set up the crane"
    And Lena and Bruno are members of the team
    And it is ten days after the day that the plan speaks of

  Scenario: Three taps from the mail to the plan
    Given Mira has the owners of the plan asked each week
    When the week's mail goes out
    Then Lena's mail holds a link, and Bruno has no mail
    When Lena opens the link without signing in, and says that "Build the base" was finished on "2026-03-10"
    Then the plan is as it was, and the update waits for Mira
    When Mira takes over what waits
    Then her draft of the plan says that "Build the base" was finished on "2026-03-10"
    And nothing is asked of Lena any more

  Scenario: A name that nobody has is settled once
    When Mira says that "B. Gantry" means Bruno
    Then Bruno finds "Set up the crane" among his activities

  Scenario: What is not right is not taken over, and whoever told it learns why
    Given Lena has told that "Build the base" goes as planned
    When Mira refuses it because "The north side is not dry."
    Then Lena reads "The north side is not dry." and "Build the base" is due again

  Scenario: What cannot be true is refused at once
    When Lena says that "Build the base" was started on "2026-03-10" and finished on "2026-03-03"
    Then she is told to correct one of the two, and nothing was told

  Scenario: A word that is missing for too long is overdue
    Given Mira has the owners of the plan asked each week
    When another week goes by without a word of Lena
    Then Mira sees on the page of the project that Lena's word is overdue
    And she can have her reminded, once a day
