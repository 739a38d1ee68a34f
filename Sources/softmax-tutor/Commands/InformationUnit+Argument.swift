public import ArgumentParser
public import SoftmaxCore

extension InformationUnit: ExpressibleByArgument {}
