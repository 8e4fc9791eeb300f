Feature: Raise a signal
  Whoever sees something says it, with a name or without, and reads by a promised day what came of it.

  Background:
    Given Dora heads the PMO of "Harbour Works", Sol pays for the project "New crane", and Mira manages it
    And Jory belongs to the team, and Gus is a guest

  Scenario: From a signal to "you said, we did"
    When Jory raises the idea "Paint the crane yellow" about "New crane"
    Then Sol is told of "A signal waits for your answer"
    When Mira agrees with it
    And Sol answers "We ask the painter"
    Then Jory is told of "Your signal is answered"
    When Sol closes it with "It is yellow"
    Then Jory is told of "You said, we did"
    And under "You said, we did" Mira reads "Paint the crane yellow" and "It is yellow"

  Scenario: An anonymous concern does not go to whom it may be about
    When Jory raises the concern "Mira shouts" about "New crane" anonymously
    Then Jory gets a secret link
    And nobody is told of anything before midnight
    And in the morning Sol is told of "A signal waits for your answer"
    And Mira does not see it
    And nothing that is kept names Jory

  Scenario: The anonymous sender writes back
    Given Jory raised the concern "Somebody is asleep" anonymously, and Dora answered "Where?"
    When Jory opens the secret link without signing in
    Then Jory reads "Where?"
    When Jory writes back "On the night shift"
    Then in the morning Dora is told of "The sender writes"
    And Dora reads "On the night shift" by "The sender"

  Scenario: Silence goes up
    When Jory raises the concern "The crane leans" about "New crane"
    And nobody answers for three working days
    Then Dora is told of "A signal is not answered in time"

  Scenario: A signal becomes a risk
    When Jory raises the concern "The crane leans" about "New crane"
    And Dora makes it a risk of "New crane" called "Leaning crane"
    Then Jory reads on the signal that it became "R-1"
    And the risk says where it came from

  Scenario: Guests raise nothing
    When Gus opens the form
    Then they are told that their role does not allow it
