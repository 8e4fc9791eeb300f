Feature: Explain a rule
  Somebody whose plan broke a rule wants to know why it matters and how to mend the plan.

  Scenario: One rule
    When I run "plumbline explain leads"
    Then it exits with 0
    And the output says "DCMA 2"
    And the output says "Limit"
    And the output says "Why it matters"
    And the output says "How to mend"

  Scenario: A name that is nearly right
    When I run "plumbline explain leeds"
    Then it exits with 2
    And nothing is printed but an error that says "leads"

  Scenario: All of them
    When I run "plumbline explain"
    Then it exits with 0
    And the output says "critical_path_length_index"
    And the output says "missing_resources"
