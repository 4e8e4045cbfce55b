"""The headings of the programs' own templates, by which their tables are known."""

from __future__ import annotations

KAHOOT_HEADINGS = (
    *("Question - max 120 characters", "Answer 1 - max 75 characters"),
    *("Answer 2 - max 75 characters", "Answer 3 - max 75 characters"),
    *("Answer 4 - max 75 characters", "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs"),
    "Correct answer(s) - choose at least one",
)
BLOOKET_HEADINGS = (
    *("Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3\n(Optional)"),
    *("Answer 4\n(Optional)", "Time Limit (sec)\n(Max: 300 seconds)"),
    "Correct Answer(s)\n(Only include Answer #)",
)
GIMKIT_HEADINGS = (
    *("Question", "Correct Answer", "Incorrect Answer 1", "Incorrect Answer 2 (Optional)"),
    "Incorrect Answer 3 (Optional)",
)
WAYGROUND_HEADINGS = (
    *("Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Option 4"),
    *("Option 5", "Correct Answer", "Time in seconds", "Image Link", "Answer explanation"),
)
