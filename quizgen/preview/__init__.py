"""The preview: a local page with all cards, worksheets and diagnostics, updated at each save.

`snapshot` reads a project as it is now, `view` keeps the last snapshot without errors, `live`
reads again after each save, `page` and `assets/` are the page itself, and `server` serves the page.
"""
