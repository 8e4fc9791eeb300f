Feature: Ask those who know
  A question is answered by colleagues; the answer that is accepted becomes guidance where work is done.

  Background:
    Given Elowen runs the community "Risk owners" of "Harbour Works", which knows about the register of risks
    And Mira manages projects, Jory belongs to the community, and Gus is a guest

  Scenario: From a question to guidance from practice
    When Mira asks "Who owns a shared risk?" about the register of risks
    Then Jory is told of "Who owns a shared risk?"
    When Jory answers "Whoever can **act** on it"
    And Mira accepts the answer
    Then Elowen is told of "New guidance from practice"
    And at the place "risks" Mira reads "From practice", "Who owns a shared risk?" and "Risk owners"
    And at the place "gates" Mira reads no "Who owns a shared risk?"

  Scenario: Guidance that is retired is shown no more
    Given Mira asked "Who owns a shared risk?", and Jory's answer is accepted
    When Elowen retires it because "The standard says it now"
    Then at the place "risks" Mira reads no "Who owns a shared risk?"

  Scenario: A lead hides what does not belong
    Given Mira asked "Who owns a shared risk?", and Jory's answer is accepted
    When Elowen hides the answer because "It names a supplier"
    Then at the place "risks" Mira reads no "Who owns a shared risk?"
    And Jory is told of "What you wrote was hidden"

  Scenario: Guests have no part in communities
    When Gus opens the communities
    Then they are told that their role does not allow it
