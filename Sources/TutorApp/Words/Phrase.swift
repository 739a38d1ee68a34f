/// Every sentence and word the tutor itself says. The texts stand in one catalogue a language;
/// `%1`, `%2` … are filled in.
public enum Phrase: String, Hashable, Sendable, CaseIterable {
  // The key row.
  case next, back, choose, nudge, typeNumber, byOne, addClass, deleteClass, moveCell, open, copy
  case edit, region, undo, menu, lesson, scroll, target, unit, decimals, redo, reset, figures
  case sideways, command, search, leave, help, quit, close, keep, keepAndNext, cancel

  // The help page.
  case helpNextStep, helpPreviousStep, helpPreviousField, helpNextField, helpRaise, helpLower
  case helpType, helpRaiseByOne, helpLowerByOne, helpAddClass, helpDeleteClass
  case helpTakeNumber, helpTakeAndGoOn, helpTakeAndGoBack, helpDropNumber
  case helpCellUp, helpCellDown, helpCellLeft, helpCellRight
  case helpSelectUp, helpSelectDown, helpPageUp, helpPageDown, helpOpen, helpCopy
  case helpEdit, helpNextRegion, helpPreviousRegion, helpUndo, helpMenu, helpNextLesson
  case helpPreviousLesson, helpScrollUp, helpScrollDown, helpScrollLeft, helpScrollRight
  case helpScrollToTop, helpScrollToEnd
  case helpTarget, helpUnit, helpDecimals, helpRedo, helpReset, helpFigures, helpCommand
  case helpSearch, helpLeave, helpHelp, helpQuit, helpSuspend
  case helpTitle, helpReading, helpPanel, helpEditor, helpTyping, helpMenuMode, helpSearchMode
  case helpHelpMode, helpCommandMode, helpNumbers

  // The status row.
  case statusLesson, statusStep, statusClass, statusSaved, statusPending, statusOff
  case statusFailed, statusEdit, statusGivenShort, stepOf

  // Notices.
  case unknownKey, lastStep, firstStep, nothingToUndo, nothingToRedo, noFigures, figuresLoaded
  case figuresLeft, wasReset, resumed, tooSmall, editFirst, nothingFound, copied, notCopied,
    givenLeft
  case oneMoreBelow, moreBelow, moreAbove, partOfClasses, partOfLines, wide, nothingWide
  case progressNotSaved, targetIs, targetIsSoft
  case unitIs, decimalsAre, classAdded, classDeleted

  // Units.
  case unitNats, unitBits, unitHartleys

  // Panels.
  case panelClass, panelScore, panelExp, panelProbability, panelTarget, panelSum
  case panelMatrix, panelMatrixCell, panelMatrixPart, panelRowSum
  case panelFormulaMatrix, panelFormulaCell
  case panelCurve
  case panelStack, panelGradient, panelSlope, panelNumeric, panelLargest,
    panelTerms
  case panelTemperature, panelSigmoid, panelUnits, panelHardmax, panelFigures
  case panelBound, panelInUnit, panelReference, panelModel, panelText, panelExact, panelHow
  case panelEntropy, panelDivergence
  case panelHard, panelSoft, panelCut, panelRounded, panelRoundedOne, panelRoundedWhole
  case panelSigmoidTwo, panelReverse, panelFiguresNote
  case panelP, panelExpT, panelSummary, panelSumIs, panelSumRounded

  // Equals signs.
  case check, helpLedger, helpLedgerMode, noSigns, verdictHolds, verdictApproximate, verdictFails
  case verdictHereOnly, verdictNotJudged, reasonNotFinite, reasonPrecisionLost
  case reasonClaimsNothing, reasonNoDigits, reasonNoExample, reasonEqualHere
  case valueTrue, valueFalse, ledgerTitle, ledgerNoValue
  case ledgerLeft, ledgerRight, ledgerValue, ledgerDifference, ledgerGap, ledgerHere
  case ledgerHead, ledgerAlways, ledgerComparisons, ledgerWorst, ledgerWhy, ledgerWitness
  case ledgerWitnessStep, verdictNotHere, limitCondition, limitNats, limitNatsFactor
  case limitTemperature, limitNatsAndTemperature, limitGiven, limitOneHot, limitZeroTemperature
  case limitNotFinite, limitPrecisionLost, limitEqualHere

  // Where a step computes with other numbers than the learner's.
  case remarkUnit, remarkTemperature, remarkClasses, remarkFiniteScores, remarkNearerScores
  case remarkOneHotTarget, remarkPositiveReference, remarkSoftmaxProbabilities

  // Readings of a formula.
  case numbers, symbols, helpNumbersReading, inspect, helpInspect, helpInspectMode, noTerms
  case helpWalkLeft, helpWalkRight, helpWalkOutward, helpWalkInward, helpNextFormula
  case helpPreviousFormula, walk, walkParts, nextFormula, valueOverIndex, showsNumbers
  case showsSymbols

  // The playground line.
  case line, helpPlayground, helpPlaygroundMode, playgroundPrompt, playgroundHint
  case playgroundExamples, playgroundAt

  // Overlays.
  case menuTitle, menuCourse, menuActions, menuNeeds, menuSeen, searchTitle
  case searchPrompt, searchHit, searchHits, commandTitle, commandHint
}
