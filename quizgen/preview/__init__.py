"""A local page with every card, worksheet and diagnostic, which follows each save.

`snapshot` reads a project once, `state` keeps the last snapshot without errors, and `live` reads
again after each save. `page` and `assets/` make the page, and `server` serves it.
"""
