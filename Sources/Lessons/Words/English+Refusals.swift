extension RefusalWords {
  static let english = RefusalWords(
    texts: TextTable([
      .nothingTyped: "Nothing was typed; give a number, such as 0.5.",
      .unreadable: "“%1” is no number; write it like 2, -0.5, 1e3 or 2/3.",
      .signs: "“%1” has more than one sign; write one.",
      .comma: "“%1” has a comma; write the decimal point as in 0.5.",
      .notANumber: "NaN is no number; give a number.",
      .infinity: "Infinity has no meaning here; give a finite number.",
      .divisionByZero: "“%1” divides by 0; give another denominator.",
      .tooLarge: "“%1” is too large; numbers go up to about 1.8e308.",
      .tooSmall: "“%1” is too near to 0; give 0, or at least 5e-324.",

      .infiniteLogit:
        "A score of +∞ leaves nothing to share; give a finite score, or -inf to mask the class.",
      .everythingMasked:
        "The last class that can happen must keep a finite score; unmask another one first.",
      .negativeWeight: "A probability is never negative, and this is %1; give 0 or more.",
      .infiniteWeight: "A probability can't be infinite; give a number from 0 to 1.",
      .negativeTemperature: "A temperature is never negative, and this is %1; give 0 or more.",
      .tooManyClasses: "An example has at most %1 classes; delete one first.",
      .tooFewClasses: "An example has at least %1 classes; add one first.",
      .decimalsOutOfRange: "Numbers show %1 to %2 decimals, not %3.",
    ]))
}
