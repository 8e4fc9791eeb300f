"""How mature the organisation's project management is: assessed by people, with evidence where it can be measured."""
