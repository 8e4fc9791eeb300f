Feature: Nothing is lost when a worker dies
  Due-ness is data: what is still to be assessed is read from the database, not from a queue's memory.

  Scenario: A worker is killed in the middle of an assessment
    Given a recorded plan whose assessment is due
    When the worker that assesses it is killed with SIGKILL
    Then no half-written assessment is left
    When another worker sweeps
    Then the plan is assessed exactly once

  Scenario: An assessment that is not due is not repeated
    Given a recorded plan that has been assessed
    When a worker sweeps twice
    Then there is still one assessment
