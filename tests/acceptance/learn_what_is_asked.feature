Feature: Learn what is asked
  A standard that asks for something teaches it. What fails leads to its lesson, a test says what was understood, and a certificate can be shown to others.

  Background:
    Given Ilka manages the project "Quay crossing"
    And Dagny runs the office

  Scenario: A rule that fails leads to its lesson
    Given Ilka has recorded a plan with a lead
    When Ilka opens the findings
    Then the rule "leads" leads to the lesson "network_logic/leads"

  Scenario: From a course that is asked to a certificate
    When Dagny asks the course "network_logic" of Ilka
    Then Ilka is told of it
    When Ilka passes the exam of "network_logic"
    Then nothing is asked of Ilka any more
    And whoever has the code of the certificate finds "Ilka"

  Scenario: A guess earns no certificate
    When Ilka leaves every question of the exam of "network_logic" without an answer
    Then Ilka reads "Not passed this time"
    And there is no certificate
