Feature: Reported beside computed
  A report says how somebody sees the project, the evidence says what can be shown. Where they part, the office looks closer.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: A project that is green outside and red inside is named
    Given the evidence of the schedule is red
    When Mira reports the schedule as green
    Then Dagny finds "Quay crossing" named as "Watermelon"
    And Osric finds "Quay crossing" named as "Watermelon"

  Scenario: Whoever reports worse than the evidence is named too
    Given the evidence of the schedule is green
    When Mira reports the schedule as red
    Then Dagny finds "Quay crossing" named as "Pessimism"

  Scenario: A project that says nothing for long is named as silent, and its last colour is gone
    Given the evidence of the schedule is red
    When Mira reports the schedule as green
    And 11 weeks go by without a report
    Then Dagny finds "Quay crossing" among the silent projects
    And Dagny finds nobody named as "Watermelon"

  Scenario: The evidence is contested, and stands all the same
    Given the evidence of the schedule is red
    When Mira contests the schedule for 30 days: "The new supplier delivers in May."
    Then Osric reads beside the schedule "The new supplier delivers in May."
    And the evidence of the schedule is still red
    And Dagny finds "Quay crossing" among the contests
    When 5 weeks go by without a report
    Then Dagny finds no contest any more

  Scenario: A contest needs a reason and ends within three months
    Given the evidence of the schedule is red
    When Mira contests the schedule for 120 days: "It is wrong."
    Then they are told "A contest ends between today and"

  Scenario: Red asks for a plan, and the evidence decides whether it worked
    Given the evidence of the schedule is red
    Then Dagny finds "Quay crossing" without a go-to-green plan
    When Mira plans to be green in 6 weeks: "A second crew until the signals are up."
    Then Dagny finds "Quay crossing" with a plan that is running
    When the evidence of the schedule is green 4 weeks later
    Then Dagny reads of the plan "It worked"
    And Dagny reads that 100 percent of the plans worked

  Scenario: A plan whose day goes by has failed
    Given the evidence of the schedule is red
    When Mira plans to be green in 6 weeks: "A second crew until the signals are up."
    And 7 weeks go by without a report
    Then Dagny reads of the plan "It did not work"
