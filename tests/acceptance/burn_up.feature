Feature: A range of days instead of a wish, from what was accepted

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"

  Scenario: Four iterations are enough to say when the rest will be accepted
    When Mira records iterations of 10, 10 and 10 points of a scope of 100
    Then the burn-up says "1 more iteration and there is enough to say"
    When Mira records iterations of 10 points of a scope of 100
    # 60 points are left, ten in each of the coming iterations
    Then the burn-up says "60 of 100 points left"
    And the burn-up gives 6 more iterations for every chance

  Scenario: A scope that grows as fast as it is accepted is never done
    When Mira records iterations of 0, 10, 10 and 10 points of a scope of 100, 110, 120 and 130
    Then the burn-up says "not within reach"
    And the burn-up says "In 100 % of the runs the scope grew as fast as it was accepted."

  Scenario: A mistake is corrected, and what was said first stays
    When Mira records iterations of 10 points of a scope of 100
    And Mira corrects iteration 1 to 8 points
    Then the burn-up says "92 of 100 points left"
    And the history of iteration 1 has both 10 and 8
