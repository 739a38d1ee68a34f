/// Every sentence that commands and plain mode say, besides what the tutor itself says.
enum CommandPhrase: String, Hashable, Sendable, CaseIterable {
  // The plain mode.
  case plainHint, plainHelp, plainHere, plainUnknownUnit, plainUnknown, plainNoSuchScore
  case plainGiven

  // How a session begins and ends.
  case savedUnusable, lessonGone, leftSaved, leftUnsaved, leftFailed, goOn

  // `compute`.
  case tableClass, tableSums, tableEntropy, tableCrossEntropy, tableUnit

  // `eval`.
  case signHolds, signApproximate, signFails, signFailsBy, signHoldsIn, signClaimsNothing
  case signPrecisionLost, signNoDigits, signNotAdmitted, signEqualHere, signNotFinite

  // Failures.
  case unknownLesson, unknownLessonNear, lessonOrAll, lessonAndAll, unknownStep, unknownStepNear
  case unknownLanguage, tooManyLogits, jacobianTooLarge, classCount, scoreCountOne, scoreCount
  case noSuchClass, wrongCount, entryCountOne, entryCount, classCountOne, classCountMany
  case outOfRange, positiveInfinity, everythingMasked, missing, noFolder, noLessons
  case noShippedLessons, notProgress, or, needsPicture, pictureOfAll, widthOfPicture

  // Files.
  case cannotRead, cannotWrite, cannotCreate, standardInput, standardOutput
  case damaged, newerVersion, imported, nothingToReset, begunAnew

  // The file of settings.
  case settingsUnreadable, unknownSetting, unknownSettingNear, badSetting, badFlag, defaultsUsed

  // The terminal.
  case notATerminal, termNotSet, unknownTerminal, noCursorAddressing

  // What ArgumentParser found wrong.
  case didYouMean, showsWhatThereIs
}
