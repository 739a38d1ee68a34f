// swift-tools-version: 6.2
import PackageDescription

// Coverage-guided fuzzing of the formula reader and typesetter with libFuzzer, which comes with the
// toolchain. A package of its own, because its flags are unsafe and its targets need no tests:
// `Fuzzing/run [SECONDS]`.
let package = Package(
  name: "fuzzing",
  targets: [
    .target(name: "TextGrid", path: "Sources/TextGrid"),
    .target(name: "CSoftmaxKernels", path: "Sources/CSoftmaxKernels"),
    .target(name: "SoftmaxCore", dependencies: ["CSoftmaxKernels"], path: "Sources/SoftmaxCore"),
    .target(
      name: "Formulas", dependencies: ["SoftmaxCore", "TextGrid"], path: "Sources/Formulas",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]),
    .executableTarget(
      name: "FormulaFuzzer", dependencies: ["Formulas", "TextGrid"], path: "FormulaFuzzer",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
