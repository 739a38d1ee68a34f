import Notation
import TextGrid

/// What a node inherits from the nodes around it while it is drawn.
struct Context {
  var style = MathStyle.display
  var font: Font?
  var emphasis: Emphasis = []
  var role = Role.body
  /// A role was found for a node around, or none may be: names inside have no colour of their own.
  var isRoleFixed = false
  /// Everything on one row, for formulas in prose.
  var isLinear = false

  var isScript: Bool { style == .script }
  var drawn: Style { Style(role, emphasis) }

  func with(_ style: MathStyle) -> Context {
    var context = self
    context.style = style
    return context
  }

  func fixed(_ role: Role? = nil) -> Context {
    var context = self
    context.role = role ?? context.role
    context.isRoleFixed = true
    return context
  }
}
