"""The best of many ways: who does what when people are few, and which projects are worth doing."""
