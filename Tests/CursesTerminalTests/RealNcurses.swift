import Testing

/// ncurses has one current screen for the whole process: whatever uses it runs one at a time.
@Suite("Real ncurses", .serialized)
enum RealNcurses {}
