"""From the questions of another program's file to a bank: a new one, or one that is there."""
