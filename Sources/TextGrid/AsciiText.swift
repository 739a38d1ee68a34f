/// The text in ASCII: every sign this course uses has a spelling, anything else becomes `?`.
///
/// Words grow (`→` becomes `->`), so whole strings are rewritten before they are laid out.
public func asciiText(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  var script: Character?
  for character in text {
    if character.isASCII {
      result.append(character)
      script = nil
    } else if let (mark, plain) = asciiScripts[character] {
      // A run of raised or lowered characters shares one mark: `₁₂` is `_12`.
      if script != mark { result.append(mark) }
      result.append(plain)
      script = mark
    } else if let spelling = asciiSpellings[character] {
      result += spelling
      script = nil
    } else {
      result += decomposed(character)
      script = nil
    }
  }
  return result
}

/// A letter without its accents; a hat or a bar over it is written behind it.
private func decomposed(_ character: Character) -> String {
  let scalars = character.unicodeScalars
  if let first = scalars.first, first.isASCII {
    let marks: [UInt32: String] = [0x302: "^", 0x304: "-", 0x303: "~"]
    return String(first) + scalars.dropFirst().compactMap { marks[$0.value] }.joined()
  }
  return cellWidth(of: character) == 2 ? "??" : "?"
}

private let asciiScripts: [Character: (Character, Character)] = {
  var table: [Character: (Character, Character)] = [:]
  func add(_ mark: Character, _ from: String, _ to: String) {
    for (special, plain) in zip(from, to) { table[special] = (mark, plain) }
  }
  add("_", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx")
  add("^", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᵀ", "0123456789+-=()inT")
  return table
}()

private let asciiSpellings: [Character: String] = {
  var table: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "‐": "-", "×": "*", "·": ".", "⋅": ".", "÷": "/", "±": "+-",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "∼": "~", "∝": "~", "≡": "==", "≔": ":=",
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "↑": "^", "↓": "v", "▸": ">", "◂": "<",
    "▴": "^", "▾": "v", "∞": "inf", "∑": "sum", "Σ": "sum", "∏": "prod", "∂": "d", "∇": "grad",
    "√": "sqrt", "∫": "int", "∈": "in", "∉": "not in", "∀": "for all", "∃": "exists", "‖": "||",
    "∣": "|", "⊙": "(.)", "⊤": "T", "ℓ": "l", "ℝ": "R", "…": "...", "⋯": "...", "⋮": ":", "⋱": ".",
    "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "«": "<<", "»": ">>", "✓": "ok", "✗": "x",
    "●": "*", "○": ".", "∘": "o", "•": "-", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#",
    "▍": "#", "▎": "#", "▏": "#", "▐": "#", "░": ".", "▒": ":", "▓": "*", "▀": "#", "▄": "#",
    "─": "-", "━": "=", "═": "=", "│": "|", "┃": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
    "\u{A0}": " ", "\u{2009}": " ", "\u{3000}": "  ", "½": "1/2", "¼": "1/4", "¾": "3/4",
    "°": "deg", "é": "e", "ö": "o", "ü": "u", "ß": "ss", "ŷ": "y^", "ẑ": "z^", "x̄": "x-", "ȳ": "y-",
  ]
  let lower = "αβγδεζηθικλμνξοπρστυφχψω"
  let names = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "o", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega",
  ]
  for (letter, name) in zip(lower, names) { table[letter] = name }
  for (letter, name) in zip(
    "ΓΔΘΛΞΠΦΨΩ", ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Phi", "Psi", "Omega"])
  { table[letter] = name }
  return table
}()
