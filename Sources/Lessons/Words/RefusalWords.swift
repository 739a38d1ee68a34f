public import Notation

/// Why a number or a change is not taken, in words: the one place that makes sentences of refusals.
public struct RefusalWords: Sendable {
  enum Phrase: String, Hashable, Sendable, CaseIterable {
    // What was typed.
    case nothingTyped, unreadable, signs, comma, notANumber, infinity, divisionByZero, tooLarge
    case tooSmall

    // What was to be changed.
    case infiniteLogit, everythingMasked, negativeWeight, infiniteWeight, negativeTemperature
    case tooManyClasses, tooFewClasses, decimalsOutOfRange
  }

  let texts: TextTable<Phrase>

  public static func of(_ language: Language) -> RefusalWords {
    switch language {
    case .english: english
    }
  }

  public func sentence(_ refusal: NumberRefusal) -> String {
    switch refusal {
    case .empty: texts.filled(.nothingTyped)
    case .unreadable(let text): texts.filled(.unreadable, [text])
    case .signs(let text): texts.filled(.signs, [text])
    case .comma(let text): texts.filled(.comma, [text])
    case .notANumber: texts.filled(.notANumber)
    case .infinity: texts.filled(.infinity)
    case .divisionByZero(let text): texts.filled(.divisionByZero, [text])
    case .tooLarge(let text): texts.filled(.tooLarge, [text])
    case .tooSmall(let text): texts.filled(.tooSmall, [text])
    }
  }

  public func sentence(_ refusal: EditRefusal) -> String {
    switch refusal {
    case .notANumber: texts.filled(.notANumber)
    case .infiniteLogit: texts.filled(.infiniteLogit)
    case .everythingMasked: texts.filled(.everythingMasked)
    case .negativeWeight(let weight): texts.filled(.negativeWeight, [shortest(weight)])
    case .infiniteWeight: texts.filled(.infiniteWeight)
    case .negativeTemperature(let temperature):
      texts.filled(.negativeTemperature, [shortest(temperature)])
    case .tooManyClasses(let most): texts.filled(.tooManyClasses, [String(most)])
    case .tooFewClasses(let least): texts.filled(.tooFewClasses, [String(least)])
    case .decimalsOutOfRange(let decimals):
      texts.filled(
        .decimalsOutOfRange,
        [
          String(Example.decimalCounts.lowerBound), String(Example.decimalCounts.upperBound),
          String(decimals),
        ])
    }
  }
}

extension RefusalWords {
  /// A refusal inside another sentence: without its full stop.
  func insideSentence(_ refusal: NumberRefusal) -> String { sentence(refusal).insideSentence }
  func insideSentence(_ refusal: EditRefusal) -> String { sentence(refusal).insideSentence }
}

extension String {
  fileprivate var insideSentence: String {
    let isName = prefix { $0.isLetter }.dropFirst().contains(where: \.isUppercase)
    let text = hasSuffix(".") ? dropLast() : self[...]
    return isName ? String(text) : text.prefix(1).lowercased() + text.dropFirst()
  }
}
