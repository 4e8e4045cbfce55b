"""See it while you write: a local page with every card, every worksheet and every finding.

`snapshot` reads a project as it is now, `view` keeps the last good one, `live` reads again
after each save, `page` and `assets/` are what the browser gets, and `server` hands it out.
"""
