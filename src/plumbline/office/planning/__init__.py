"""Plans that are written in the browser: drafts, every edit of them, and publishing one as the next plan version."""
