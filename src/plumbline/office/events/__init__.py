"""What an office does at fixed times: boards, reviews, trainings, meetings; once or again and again."""
