Feature: What users really get is said, and so is what raises its value beyond the product

  Background:
    Given Dagny is the PMO manager, Elowen and Ivo are PMO staff, and Osric is an executive
    And the project "Quay crossing" managed by "Mira"

  Scenario: A product in three levels
    When Mira adds the product "Ferry pass" whose core benefit is "Across the water without thinking of tickets"
    And Mira says that it is made of the deliverable "Readers on board"
    And Mira offers "Live departures" to "Commuters" beyond it, for 30000 once and 6000 a year
    Then the page of "Ferry pass" says "Across the water without thinking of tickets"
    And the page of "Ferry pass" says "D-1 Readers on board"
    And the picture shows "A-1 Live departures, offered" and leads to its page

  Scenario: The value to users is measured beside the cost
    When Mira adds the product "Ferry pass" whose core benefit is "Across the water without thinking of tickets"
    And Mira offers "Live departures" to "Commuters" beyond it, for 30000 once and 6000 a year
    And Mira measures "Live departures" by "Minutes waited", from 9 to 4
    Then the page of "Live departures" says "Not measured yet"
    When Mira records 6.6 for "Live departures"
    # 2.4 minutes gained for 12,000 a year, over five years: 0.2 for each 1,000
    Then the page of "Live departures" says "48 % of the way to 4"
    And the page of "Live departures" says "0.2"

  Scenario: Where the value is money, it is told when it pays back
    When Mira adds the product "Ferry pass" whose core benefit is "Across the water without thinking of tickets"
    And Mira offers "Top-up by phone" to "Ticket desks" beyond it, for 30000 once and 6000 a year
    And Mira measures "Top-up by phone" by money saved in a year, from 0 to 20000
    And Mira records 18000 for "Top-up by phone"
    # 30,000 : (18,000 - 6,000) = 2.5 years; 18,000 : 12,000 = 1.5
    Then the page of "Top-up by phone" says "2.5"
    And the page of "Top-up by phone" says "1.50"

  Scenario: What was offered becomes expected
    When Mira adds the product "Ferry pass" whose core benefit is "Across the water without thinking of tickets"
    And Mira offers "Live departures" to "Commuters" beyond it, for 30000 once and 6000 a year
    And Mira offers "Top-up by phone" to "Ticket desks" beyond it, for 0 once and 500 a year
    And Mira marks "Live departures" as expected without saying by what it is known
    Then the page of "Ferry pass" says "0 of 2 augmentations expected by now"
    When Mira marks "Live departures" as expected because "Complaints come within minutes when it is down."
    Then the page of "Ferry pass" says "1 of 2 augmentations expected by now (50 %)"
    And the page of "Live departures" says "Complaints come within minutes when it is down."
    And the picture shows "A-1 Live departures, expected" and leads to its page
    And the products of the organisation show 1 of 2 expected

  Scenario: What was promised and said stays to be read
    When Mira adds the product "Ferry pass" whose core benefit is "Across the water without thinking of tickets"
    And Mira changes its core benefit to "Across the water, and nobody asks"
    Then the page of "Ferry pass" says "Across the water, and nobody asks"
    And the page of "Ferry pass" says "Across the water without thinking of tickets"
    When Mira withdraws "Ferry pass" because "The bridge came first."
    Then the page of "Ferry pass" says "The bridge came first."
    And nothing can be offered beyond "Ferry pass" any more

  Scenario: The products of others are read, not changed
    Given Lior is a team member and Gwen is a guest
    When Mira adds the product "Ferry pass" whose core benefit is "Across the water without thinking of tickets"
    Then Lior reads of "Ferry pass" and cannot change it
    And Gwen may not read of products
