"""The pages of the boards, and of the views that people save of them."""
