"""What every application needs and no word of the domain: access, audit, jobs, partial pages."""
