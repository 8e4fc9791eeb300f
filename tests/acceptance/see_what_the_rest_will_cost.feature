Feature: What a project costs is held against what it earned

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"

  Scenario: Dearer than planned is seen before the money is gone
    Given Mira hands in that 400 is planned by January and 400 more by February of 2026
    When Mira hands in that 300 is earned by 2026-01-31
    And Mira hands in that 400 was spent on 2026-01-20
    Then the earned value says "dearer than planned"
    And the earned value says "300 of 400 planned is earned, and cost 400; the budget is 800."
    # 800 : (300 : 400)
    And the whole will cost 1,067 if the rest goes as so far

  Scenario: Costs that nobody told are not low
    Given Mira hands in that 400 is planned by January and 400 more by February of 2026
    When Mira hands in that 300 is earned by 2026-01-31
    Then the earned value says "what it cost is not known"
    And the earned value says "The actual cost by then is not known."

  Scenario: Money without a rate is refused, and the day is named
    Given Mira hands in that 400 is planned by January and 400 more by February of 2026
    When Mira looks at a table with 100 CHF spent on 2026-01-20
    Then the table says "There is no rate for CHF on 2026-01-20. Enter one on the page Exchange rates."
    When Elowen enters that one CHF is worth 1.05 from 2026-01-02 on
    Then the table says "105.00"
