Feature: Packs for the board
  A pack is made of everything as it is now, and stays so: on its page, as PDF, as slides and as a workbook.

  Background:
    Given the project "Quay crossing" managed by "Mira"
    And Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive

  Scenario: A pack is made in the background and published
    When Elowen asks for a board pack
    Then Osric finds no pack
    When Elowen publishes it to Osric
    Then Osric reads "Quay crossing" in it
    And Osric is told of it

  Scenario: Every format is made of the same pack
    When Elowen asks for a board pack
    Then Elowen can have it as a workbook that names "Quay crossing"

  Scenario: A pack stays as it was
    When Elowen asks for a board pack
    And the project is renamed "Quay tunnel"
    Then Elowen reads "Quay crossing" in it

  Scenario: The next pack says what changed
    When Elowen asks for a board pack
    And the project "Quay lamps" is added
    And Elowen asks for a board pack
    Then Elowen reads "new in this pack" in it

  Scenario: A pack comes by itself
    Given Elowen has scheduled a board pack for Osric every week
    When a week has gone by for packs
    Then Osric has one message with the pack
