Feature: Agree before work begins
  Before anybody builds something, business, development and test agree on when it is accepted.
  What they agreed on is a text; who changes it asks them again.

  Background:
    Given the project "Quay crossing", which Mira manages and builds, Sol pays for, and Tess tests
    And the deliverable "Ticket machine"

  Scenario: From plain words to an agreed criterion
    When Mira writes the criterion "It prints" as scenarios
    Then Sol and Tess are told that their agreement is asked for
    When Tess asks "And without coins?"
    And Sol agrees for business
    And Mira agrees for development
    Then the criterion waits for test
    When Tess agrees for test
    Then the criterion is agreed
    And its page names who agreed, for which voice, and when

  Scenario: A changed text loses agreement
    Given all three voices agreed on the criterion "It prints"
    When Mira opens it to change it
    Then she is told whose agreement a new text loses
    When she asks for nine crowns instead of ten
    Then nobody has agreed on the criterion
    And Sol and Tess are told that the text they agreed on has changed
    And the page shows what differs

  Scenario: What cannot be read is refused where it stands
    When Mira checks the criterion "It prints" with the word "Perhaps" for a step
    Then line 3 is named with what to do
    And nothing is kept

  Scenario: Only who speaks for a voice agrees for it
    Given the criterion "It prints"
    When Mira tries to agree for business
    Then she reads "You do not speak for business here. Only"
    And the criterion waits for business

  Scenario: Somebody who may only read agrees on nothing
    Given the criterion "It prints"
    When Gus, a guest, tries to agree for business
    Then it is refused to him
    And the criterion waits for business

  Scenario: Out as a file with a tag, and back with a change
    Given all three voices agreed on the criterion "It prints"
    When Mira takes its .feature file away
    Then the file has the tag "@AC-1"
    When she brings it back as it is
    Then the criterion is agreed
    When she brings it back with nine crowns instead of ten
    Then she first reads that Sol, Mira and Tess lose their agreement
    When she takes the change over
    Then nobody has agreed on the criterion

  Scenario: What the plan calls a part becomes a deliverable once
    Given the plan has a summary element "Tracks"
    When Mira takes "Tracks" over from the plan, twice
    Then there is one deliverable "Tracks" that knows its work
