"""What several formats share: pieces of HTML, archives, and the judge of typed answers."""
