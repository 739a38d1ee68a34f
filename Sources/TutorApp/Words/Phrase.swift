/// Every sentence and word the tutor itself says. The texts stand in one catalogue a language;
/// `%1`, `%2` … are filled in.
public enum Phrase: String, Hashable, Sendable, CaseIterable {
  // The key row.
  case next, back, choose, nudge, typeNumber, byOne, addClass, deleteClass, moveCell, open, copy
  case edit, region, undo, menu, lesson, scroll, target, unit, decimals, redo, reset, figures
  case step, whole, beats, nextI, nextJ, sideways, command, search, leave, help, quit, close, keep,
    keepAndNext, cancel

  // The help page.
  case helpNextBeat, helpPreviousBeat, helpWholeStep, helpWholeSteps
  case helpNextStep, helpPreviousStep, helpPreviousField, helpNextField, helpRaise, helpLower
  case helpType, helpRaiseByOne, helpLowerByOne, helpAddClass, helpDeleteClass
  case helpTakeNumber, helpTakeAndGoOn, helpTakeAndGoBack, helpDropNumber
  case helpCellUp, helpCellDown, helpCellLeft, helpCellRight
  case helpSelectUp, helpSelectDown, helpPageUp, helpPageDown, helpOpen, helpCopy
  case helpEdit, helpNextRegion, helpPreviousRegion, helpUndo, helpMenu, helpNextLesson
  case helpPreviousLesson, helpScrollUp, helpScrollDown, helpScrollLeft, helpScrollRight
  case helpScrollToTop, helpScrollToEnd
  case helpNextI, helpPreviousI, helpNextJ, helpPreviousJ
  case helpTarget, helpUnit, helpDecimals, helpRedo, helpReset, helpFigures, helpCommand
  case helpSearch, helpLeave, helpHelp, helpQuit, helpSuspend
  case helpTitle, helpReading, helpPanel, helpEditor, helpTyping, helpMenuMode, helpSearchMode
  case helpHelpMode, helpCommandMode, helpNumbers

  // The strip of numbers.
  case statusSaved, statusPending, statusOff, statusFailed, statusEdit, stepOf
  case statusClass, stripScores, stripModel, stripGiven, stripTarget, stripReference, stripIndex
  case linesAbove, linesBelow

  // Notices.
  case unknownKey, lastStep, firstStep, nothingToUndo, nothingToRedo, noFigures, figuresLoaded
  case figuresLeft, wasReset, resumed, tooSmall, editFirst, nothingFound, copied, notCopied,
    givenLeft
  case oneMoreBelow, moreBelow, partOfClasses, partOfLines, wide, nothingWide
  case progressNotSaved, targetIs, targetIsSoft
  case showsWholeSteps, showsBeats
  case unitIs, decimalsAre, classAdded, classDeleted

  // Units.
  case unitNats, unitBits, unitHartleys

  // Panels.
  case panelClass, panelExp, panelTarget, panelSum
  case panelMatrix, panelMatrixCell, panelMatrixPart, panelRowSum
  case panelFormulaMatrix, panelFormulaCell
  case panelCurve
  case panelStack, panelGradient, panelSlope, panelNumeric, panelLargest,
    panelTerms
  case panelTemperature, panelSigmoid, panelUnits, panelHardmax, panelFigures
  case panelBound, panelText, panelExact, panelHow
  case panelEntropy, panelDivergence
  case panelHard, panelSoft, panelCut, panelRounded, panelRoundedOne, panelRoundedWhole
  case panelSigmoidTwo, panelSigmoidTwoT, panelReverse, panelFiguresNote
  case panelP, panelExpT, panelSummary
  case panelBars, panelCrossEntropy, panelScale, panelScaleSigned, panelScaleOf, panelScaleOfSigned
  case panelScaleLog, panelColour, panelBefore, panelOwnNumbers, panelNoSlope, panelNoDifference
  case panelTangent, panelTangentPoint, panelDifferences, panelDifferencesAt, panelBestStep
  case panelCurvature, panelRounding, panelDifferencesWhy
  case panelDifferencesNone, panelDifferencesUndefined

  // Equals signs.
  case check, helpLedger, helpLedgerMode, noSigns, verdictHolds, verdictApproximate, verdictFails
  case verdictHereOnly, verdictNotJudged, reasonNotFinite, reasonPrecisionLost
  case reasonClaimsNothing, reasonNoDigits, reasonNoExample, reasonEqualHere
  case valueTrue, valueFalse, ledgerTitle, ledgerNoValue
  case ledgerLeft, ledgerRight, ledgerValue, ledgerDifference, ledgerGap, ledgerHere
  case ledgerHead, ledgerAlways, ledgerComparisons, ledgerWorst, ledgerWhy, ledgerWitness
  case ledgerNeeds, needsSum, needsOneHot, needsTemperature
  case ledgerWitnessStep, verdictNotHere, limitCondition, limitNats, limitNatsFactor
  case limitTemperature, limitNatsAndTemperature, limitGiven, limitOneHot, limitZeroTemperature

  // Readings of a formula.
  case numbers, symbols, helpNumbersReading, inspect, helpInspect, helpInspectMode, noTerms
  case helpWalkLeft, helpWalkRight, helpWalkOutward, helpWalkInward, helpNextFormula
  case helpPreviousFormula, walk, walkParts, nextFormula, valueOverIndex, showsNumbers
  case showsSymbols

  // The playground line.
  case line, helpPlayground, helpPlaygroundMode, playgroundPrompt, playgroundHint
  case playgroundAt, enterLine, earlier, helpEnterLine, helpEarlierLine, helpLaterLine
  case noEarlierLine

  // The end of the course.
  case helpEndMode, endTitle, endAll, endSome, endNext, endUnseen, endAgain, endPlayground

  // Overlays.
  case menuTitle, menuCourse, menuActions, menuNeeds, menuSeen, searchTitle
  case searchPrompt, searchHit, searchHits, commandTitle, commandHint
}
