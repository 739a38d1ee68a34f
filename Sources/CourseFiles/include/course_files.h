// Nothing is declared here: the lessons are read from their files.
