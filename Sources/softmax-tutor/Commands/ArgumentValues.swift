public import ArgumentParser
public import CursesTerminal
public import SoftmaxCore

// Types of other modules that flags take: their raw values are the words.
extension InformationUnit: ExpressibleByArgument {}
extension TerminalOptions.Background: ExpressibleByArgument {}
extension TerminalOptions.ColorUse: ExpressibleByArgument {}
