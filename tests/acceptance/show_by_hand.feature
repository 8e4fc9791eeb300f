Feature: Show by hand what no program can try
  A weld is inspected and a display is demonstrated; what a person saw, with name, day and file, counts as a test does.

  Background:
    Given Mira manages the project "New lock", whose criterion "The weld holds" is shown by inspection
    And Tess tries out what "New lock" makes

  Scenario: A photo beside a yes
    When Tess says that "The weld holds" passed, with a photo of seam 4
    Then "The weld holds" is green
    And the trace matrix says "Inspection by Tess: passed" with a link to the photo
    And the photo comes back as a file to keep, byte by byte

  Scenario: A no is told to who can mend it
    When Tess says that "The weld holds" failed
    Then "The weld holds" is red
    And Mira is told "Tess saw that AC-1 The weld holds is not met"

  Scenario: A page that calls itself a photo
    When Tess says that "The weld holds" passed, with a web page called photo.png
    Then Tess reads "By its content this is no kind that is taken"
    And "The weld holds" is untested

  Scenario: Another text
    Given Tess said that "The weld holds" passed
    When Mira changes the text of "The weld holds"
    Then "The weld holds" is stale

  Scenario: A mistake
    Given Tess said that "The weld holds" failed
    When Tess withdraws it because "It was seam 5."
    Then "The weld holds" is untested
    And Tess reads "It was seam 5."

  Scenario: Who has no part in it
    Given Otto is of the organisation and has no part in "New lock"
    When Otto says that "The weld holds" passed
    Then he is told that his part in the project does not allow it
    And "The weld holds" is untested
