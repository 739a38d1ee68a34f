import Notation

extension SyntaxReader {
  /// A base with its scripts: `p_i`, `e^{z}`, `(\theta^\top x)_i` (rules 5, 6).
  mutating func readScripts(
    of base: Notation, _ lower: Notation?, _ upper: Notation?, _ primes: Int, _ item: Notation
  ) throws(FormulaDiagnostic) -> Syntax {
    var written = Syntax.Scripts(primes: primes)
    let word = Self.word(base)
    if let lower {
      let takesIndex = word.flatMap { Function.named($0.spelling) }?.takesIndex ?? false
      written.lower = readLower(
        lower, takesLimits: takesIndex || word?.takesLimits ?? false)
    }
    if let upper {
      if let word, word.isUpright, !upper.isTranspositionSign, Function.named(word.spelling) != nil
      {
        throw FormulaDiagnostic(
          .unclearRaised, suggestion: "(\\\(word.spelling) x)^2",
          range: upper.range)
      }
      written.upper = readUpper(upper)
    }
    let inner: Syntax
    if let word {
      inner = Syntax(.word(word), at: base)
    } else {
      if case .row(let members) = base.kind, members.contains(where: { Sign($0) == .minus }) {
        throw FormulaDiagnostic(
          .hiddenBraces,
          suggestion: "( … )", range: base.range)
      }
      inner = try readAtom(base)
    }
    return Syntax(.scripted(inner, written), at: item)
  }

  private mutating func readLower(_ lower: Notation, takesLimits: Bool) -> Syntax.Lower {
    let binder: Result<Syntax.Binder, FormulaDiagnostic>? =
      takesLimits
      ? catching { (reader) throws(FormulaDiagnostic) in try reader.readBinder(lower, nil) } : nil
    return Syntax.Lower(
      spelling: Spelling.inside(lower),
      indices: catching { (reader) throws(FormulaDiagnostic) in try reader.readIndices(lower) },
      binder: binder, range: lower.range)
  }

  private mutating func catching<Content>(
    _ read: (inout SyntaxReader) throws(FormulaDiagnostic) -> Content
  ) -> Result<Content, FormulaDiagnostic> {
    do throws(FormulaDiagnostic) { return .success(try read(&self)) } catch {
      return .failure(error)
    }
  }

  /// The indices in a subscript: `i`, `i,j`, `ij`, `12`, `k+1`, `x_i`.
  private mutating func readIndices(
    _ lower: Notation
  ) throws(FormulaDiagnostic) -> [Syntax.Lower.Index] {
    var indices: [Syntax.Lower.Index] = []
    for part in Items(lower).split({ $0 == .comma }) {
      guard !part.isAtEnd else {
        throw FormulaDiagnostic(.indexMissingHere, range: lower.range)
      }
      var members: [Syntax] = []
      // `ij` is i and j, never a product; `12` may be 1 and 2.
      if part.all.count > 1, part.all.allSatisfy(Self.isLetterOrDigit) {
        for item in part.all { members.append(try readAtom(item)) }
      } else if case .number(let digits) = part.all[0].kind, part.all.count == 1,
        digits.count == 2, digits.allSatisfy(\.isASCIIDigit)
      {
        members = digits.map { Syntax(.number(digits: String($0)), at: part.all[0]) }
      }
      let syntax: Syntax
      if part.all.count > 1, !members.isEmpty {
        // Read as a product it would refuse `i1`.
        syntax = members[0]
      } else {
        syntax = try read(all: part)
      }
      indices.append(Syntax.Lower.Index(members: members, syntax: syntax))
    }
    return indices
  }

  private static func isLetterOrDigit(_ item: Notation) -> Bool {
    switch item.kind {
    case .number: return true
    case .symbol: return word(item) != nil
    default: return false
    }
  }

  /// Rule 6: transpose, example, or power.
  private mutating func readUpper(_ upper: Notation) -> Syntax.Upper {
    if upper.isTranspositionSign { return .transpose(upper.range) }
    let inside = Items.flattened(upper)
    do throws(FormulaDiagnostic) {
      if inside.count == 1, let fenced = inside[0].fenced {
        return .example(try read(fenced), upper.range)
      }
      return .power(try read(upper), upper.range)
    } catch {
      return .refused(error)
    }
  }
}
