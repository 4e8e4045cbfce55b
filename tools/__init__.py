"""What the developers of quizgen use: benchmarks, pictures of the documentation, its site."""
