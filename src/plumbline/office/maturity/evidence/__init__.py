"""What the system can measure about attributes of the model, a file each."""
