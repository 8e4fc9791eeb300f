Feature: The first person to arrive sets the office up
  A fresh installation has no password to guess and nothing to configure by hand: whoever starts it
  names the organisation and becomes its PMO manager, once.

  Scenario: Every page leads to set-up while there are no people
    Given a fresh installation
    When somebody opens the sign-in page
    Then they are led to the set-up page

  Scenario: Setting up creates the organisation, its first PMO manager and a published standard
    Given a fresh installation
    When somebody sets up "Harbour Works" as "ada@harbour.example"
    Then they are signed in as PMO manager of "Harbour Works"
    And "Harbour Works" follows the published standard "predictive"
    And the set-up of the office invites them to begin

  Scenario: Set-up is closed once somebody is there
    Given an organisation that is set up
    When somebody opens the set-up page
    Then the page does not exist for them
