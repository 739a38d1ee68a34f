// swift-tools-version: 6.2
import PackageDescription

// Coverage-guided fuzzing with libFuzzer, which comes with the toolchain: `Fuzzing/run`. A package
// of its own, because its flags are unsafe and it builds the sources a second time.
let traced: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
let linked: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]

let package = Package(
  name: "fuzzing",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .target(name: "TextGrid", path: "Sources/TextGrid"),
    .target(name: "SoftmaxCore", path: "Sources/SoftmaxCore"),
    .target(
      name: "Formulas", dependencies: ["SoftmaxCore", "TextGrid"], path: "Sources/Formulas",
      swiftSettings: traced),
    .target(
      name: "Lessons",
      dependencies: [
        "Formulas", "SoftmaxCore", "TextGrid", .product(name: "Yams", package: "Yams"),
      ],
      path: "Sources/Lessons", swiftSettings: traced),
    .target(name: "LibFuzzer", path: "LibFuzzer"),
    .executableTarget(
      name: "FormulaFuzzer", dependencies: ["Formulas", "TextGrid", "LibFuzzer"],
      path: "FormulaFuzzer", swiftSettings: traced, linkerSettings: linked),
    .executableTarget(
      name: "LessonFuzzer", dependencies: ["Lessons", "Formulas", "TextGrid", "LibFuzzer"],
      path: "LessonFuzzer", swiftSettings: traced, linkerSettings: linked),
  ],
  swiftLanguageModes: [.v6]
)
