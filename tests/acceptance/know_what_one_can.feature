Feature: Know what one can
  Everybody sees what they can do beside what is asked of them, asks others for their word, and knows what class of project it suffices for. The office knows how far apart its managers are, and of nobody by name.

  Background:
    Given the managers Ilka, Tomas, Jory, Petra and Noor
    And Dagny runs the office
    And Osric is an executive

  Scenario: Of oneself one says at most working, and others say more
    When Ilka says of herself that she is at 3 in time
    Then Ilka reads "said by oneself"
    When Ilka asks Dagny to assess her
    Then Dagny is told "Ilka asks you to assess them"
    When Dagny says that Ilka is at 4 in time
    Then Ilka reads "4 was said, but nothing that counts shows it"
    When Ilka enters "Planned the tram depot" for time
    Then Ilka reads "Planned the tram depot"
    And Ilka does not read "nothing that counts shows it"

  Scenario: What class of project one may lead, and why no larger one
    Given Dagny has found Ilka able to lead a medium project but for time
    Then Ilka reads "It suffices for projects up to the class small"
    And Ilka reads "Time, 1 level"

  Scenario: Whoever leads a larger project is seen by the PMO
    Given Dagny has found Ilka able to lead a medium project but for time
    And Ilka leads the tram depot, which costs 9000000
    When Dagny looks at who may lead what
    Then Dagny reads "Above Tram depot: large"
    And Osric may not look at who may lead what

  Scenario: The organisation asks for more than its standard
    Given Dagny has found Ilka able to lead a medium project but for time
    When Dagny asks for only 2 in time of who leads a medium project
    Then Ilka reads "It suffices for projects up to the class medium"
    When Dagny undoes that
    Then Ilka reads "It suffices for projects up to the class small"

  Scenario: After a training people are nearer to each other
    Given in January all are assessed in time at 1, 1, 3, 3 and 1
    And in February, after a training, at 3, 3, 3, 3 and 3
    Then at the end of each month it is kept how far apart they were
    And Osric reads in the office's view "1.2" before and "0.5 or less" after
    And Osric reads no name

  Scenario: Of one who is assessed anew the office's view says nothing
    Given in January all are assessed in time at 1, 1, 3, 3 and 1
    And in February Ilka alone is assessed anew, at 3
    Then only the figure of January is kept

  Scenario: What teaches a competency
    When Tomas looks for "critical path" in the framework
    Then Tomas reads a lesson about it
