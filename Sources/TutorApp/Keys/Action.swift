/// Everything a key can ask for.
public enum Action: String, Hashable, Sendable, CaseIterable {
  case nextStep, previousStep, nextLesson, previousLesson
  case scrollUp, scrollDown, scrollLeft, scrollRight, scrollToTop, scrollToEnd
  case openMenu, nextRegion, previousRegion
  case edit, nextField, previousField, raise, lower, raiseByOne, lowerByOne, type
  case takeNumber, takeAndGoOn, takeAndGoBack, dropNumber
  case addClass, deleteClass, cycleTarget, cycleUnit, cycleDecimals
  case cellUp, cellDown, cellLeft, cellRight
  case undo, redo, reset, toggleFigures, openLedger
  case toggleNumbers, inspect, walkLeft, walkRight, walkOutward, walkInward, nextFormula
  case previousFormula, openPlayground, closePlayground
  case selectUp, selectDown, pageUp, pageDown, open
  case showCommand, copyCommand, search, help
  case leave, suspend, quit
}
