"""What project managers report, beside what the evidence says; contests and go-to-green plans."""
