/* What a page on a platform does besides. */
setUpScorm();
