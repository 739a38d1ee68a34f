/// What the program tells the shell: the sysexits that ArgumentParser uses too.
enum ExitStatus: Int32, Hashable, Sendable {
  case success = 0
  case failure = 1
  /// The command line can't be understood.
  case usage = 64
  /// A lesson or a formula is wrong.
  case badLesson = 65
  /// A file or folder isn't there or can't be read.
  case missingFile = 66
}
