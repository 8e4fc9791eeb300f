"""What a project delivers, when it will be good enough, and who said so: agreed before the work begins."""
