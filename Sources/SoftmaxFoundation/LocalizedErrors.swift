// `error.localizedDescription` is the error's own sentence. A module of its own: the libraries do
// without Foundation, and a program that does so too does not load it for this.

public import Foundation
public import SoftmaxCore

extension ShapeError: LocalizedError {
  /// The sentence.
  public var errorDescription: String? { description }
}

extension DomainError: LocalizedError {
  /// The sentence.
  public var errorDescription: String? { description }
}

extension InputError: LocalizedError {
  /// The sentence.
  public var errorDescription: String? { description }
}

extension DistributionError: LocalizedError {
  /// The sentence.
  public var errorDescription: String? { description }
}
