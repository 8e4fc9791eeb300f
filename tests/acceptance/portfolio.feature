Feature: One stable picture of the health of every project
  An executive has one minute. The portfolio shows each project's evidence status per dimension with its
  trend; missing or stale evidence is never green.

  Scenario: Every project shows the status its evidence supports
    Given a portfolio with a sound project, a late project and a project without a plan
    When an executive opens the portfolio
    Then the sound project is green for schedule
    And the late project is red for schedule
    And the project without a plan is unknown for schedule

  Scenario: A plan that nobody has updated decays to unknown
    Given a sound project whose plan is older than the standard allows
    When its evidence is assessed again
    Then it is unknown for schedule because the plan is stale

  Scenario: A filter is a link that can be shared
    Given a portfolio with a sound project, a late project and a project without a plan
    When an executive filters the portfolio by red evidence
    Then only the late project is listed
    And opening the same address again lists only the late project

  Scenario: The picture costs the same however many projects there are
    Given a portfolio with 10 projects
    And another portfolio with 1000 projects
    Then the overview of either takes the same number of queries
