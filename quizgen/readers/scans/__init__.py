"""Scans and photographs of answer sheets, read: images to what is marked on them.

numpy, OpenCV, zxing-cpp and pypdfium2, the extra ``grade``, are imported here and nowhere else.
"""
