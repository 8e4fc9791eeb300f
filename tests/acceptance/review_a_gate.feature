Feature: Review a gate
  At a gate somebody decides whether a project goes on, on evidence that everybody can see, and never on their own work.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Osric is "sponsor" of the project, and Ivo is "business_owner"

  Scenario: What comes next, and why
    When Mira looks at the life cycle
    Then it says "Concept approval"
    And it says "Project brief"
    And it says "Were several ways compared, among them to do nothing?"

  Scenario: A gate is passed
    Given every question of "concept_approval" is answered with yes by Elowen
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "We need it."
    When Osric decides "go"
    Then the project is in the phase "Definition and planning"
    And the record says "Osric" decided "Go"

  Scenario: Without a yes there is no unconditional go
    Given every question of "concept_approval" is answered with yes by Elowen
    And Elowen answers "definition_funded" of "concept_approval" with no: "Not before the next budget."
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "We need it."
    When Osric decides "go"
    Then they are told "Are the people and the money for the definition phase there?"
    And the project is in the phase "Concept"

  Scenario: Nobody decides a gate they assessed
    Given every question of "concept_approval" is answered with yes by Osric
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "We need it."
    When Osric decides "go"
    Then they are told "somebody else has to decide"

  Scenario: A reviewer does not decide, and neither does a stranger to the gate
    Given every question of "concept_approval" is answered with yes by Elowen
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "We need it."
    When Dagny decides "go"
    Then they are told "Sponsor"
    And the project is in the phase "Concept"

  Scenario: Whoever must agree is asked first
    Given every question of "concept_approval" is answered with yes by Elowen
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    When Osric decides "go"
    Then they are told "Business owner"

  Scenario: Go with conditions, followed to their end
    Given every question of "concept_approval" is answered with yes by Elowen
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "We need it."
    And Dagny proposes the condition "Name the second supplier" for Mira
    When Osric decides "conditional"
    Then the project is in the phase "Definition and planning"
    When Mira reports the condition done: "It is Ropewalk Ltd."
    And Mira closes the condition
    Then they are told "somebody else"
    When Dagny closes the condition
    Then the condition is closed

  Scenario: Held, and passed at the second attempt
    Given every question of "concept_approval" is answered with yes by Elowen
    And Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "We need it."
    When Osric decides "hold"
    Then the project is in the phase "Concept"
    Given Elowen opens the review of "concept_approval" with Dagny as lead reviewer
    And Ivo agrees: "Now it is clear."
    When Osric decides "go"
    Then the project is in the phase "Definition and planning"
    And the gate was passed at attempt 2
