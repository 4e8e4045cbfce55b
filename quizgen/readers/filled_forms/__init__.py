"""Reads what pupils have filled into the PDF forms of worksheets."""
