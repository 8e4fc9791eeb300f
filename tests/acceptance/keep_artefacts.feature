Feature: Keep the artefacts of a project
  A project keeps the documents its standard asks for: written from a template, in versions, approved by somebody else, and looked at again in time.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And Osric is the sponsor of the project

  Scenario: From the template to an approved version
    When Mira begins the "charter"
    Then the text begins with "# Project charter"
    When Mira keeps the "charter" as a version: "The crossing opens in May."
    And Mira asks for the approval of version 1 of the "charter"
    Then the "charter" waits for approval
    And it waits for Osric
    When Osric approves it
    Then the "charter" is approved
    And nothing waits for Osric

  Scenario: Nobody approves what they wrote
    When Osric keeps the "charter" as a version: "I wrote it myself."
    And Mira asks for the approval of version 1 of the "charter"
    And Osric approves it
    Then they are told "somebody else has to decide"
    And the "charter" waits for approval
    And the page of the "charter" says "Appoint somebody else"

  Scenario: Nobody approves what they are not accountable for
    When Mira keeps the "charter" as a version: "The crossing opens in May."
    And Mira asks for the approval of version 1 of the "charter"
    And Dagny approves it
    Then they are not allowed to

  Scenario: Sent back with a reason
    When Mira keeps the "charter" as a version: "The crossing opens."
    And Mira asks for the approval of version 1 of the "charter"
    And Osric sends it back: ""
    Then they are told "Say what has to change"
    When Osric sends it back: "When does it open?"
    Then the "charter" is a draft
    And the page of the "charter" says "When does it open?"

  Scenario: The approved version counts until a newer one is approved
    Given the "charter" is approved as "The crossing opens in May."
    When Mira keeps the "charter" as a version: "The crossing opens in June."
    Then the "charter" is approved
    And the page of the "charter" says "opens in May"
    When Mira asks for the approval of version 2 of the "charter"
    And Osric approves it
    Then the page of the "charter" says "opens in June"
    And the changes between versions 1 and 2 of the "charter" show "May" and "June"

  Scenario: A register that nobody looked at is out of date
    Given the "risk_register" is approved as "The crew may fall ill."
    When 32 days have gone by
    Then the "risk_register" is out of date
    When Mira says that the "risk_register" is still right
    Then the "risk_register" is approved

  Scenario: Two people write at once
    When Mira begins the "charter"
    And Elowen saves the "charter": "Elowen's text"
    And Mira saves the "charter": "Mira's text"
    Then they are told "Elowen saved another text meanwhile"
    And they see "Elowen&#x27;s text" and "Mira&#x27;s text"
    When Mira saves the "charter" again: "Both texts"
    Then the text of the "charter" is "Both texts"

  Scenario: A file and a link are versions too
    When Mira uploads "../../plan.pdf" as the "charter"
    Then the page of the "charter" says "plan.pdf"
    When Mira links the "charter" to "javascript:alert(1)"
    Then they are told "Enter a valid URL"
    When Mira links the "charter" to "https://papers.example/charter"
    Then the page of the "charter" says "https://papers.example/charter"
    And version 1 of the "charter" says "plan.pdf"

  Scenario: A guest sees what is approved and nothing else
    Given Otto is a guest
    And the "charter" is approved as "The crossing opens in May."
    When Mira keeps the "charter" as a version: "The crossing opens in June."
    And Mira keeps the "project_brief" as a version: "A crossing is needed."
    Then Otto reads "opens in May" of the "charter"
    But for Otto version 2 of the "charter" is not there
    And for Otto the "project_brief" is missing
