// swift-tools-version: 6.2
import PackageDescription

// Coverage-guided fuzzing with libFuzzer, which comes with the toolchain: `Fuzzing/run`. A package
// of its own, because its flags are unsafe and it builds the sources a second time.
let traced: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
let linked: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]

let package = Package(
  name: "fuzzing",
  targets: [
    .target(name: "TextGrid", path: "Sources/TextGrid"),
    .target(name: "SoftmaxCore", path: "Sources/SoftmaxCore"),
    .target(name: "Notation", path: "Sources/Notation", swiftSettings: traced),
    .target(
      name: "Typesetting", dependencies: ["Notation", "TextGrid"], path: "Sources/Typesetting",
      swiftSettings: traced),
    .target(
      name: "Meaning", dependencies: ["Notation", "SoftmaxCore"], path: "Sources/Meaning",
      swiftSettings: traced),
    .target(
      name: "Lessons",
      dependencies: [
        "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid",
      ],
      path: "Sources/Lessons", swiftSettings: traced),
    .target(name: "LibFuzzer", path: "LibFuzzer"),
    .executableTarget(
      name: "FormulaFuzzer",
      dependencies: ["Notation", "Typesetting", "Meaning", "TextGrid", "LibFuzzer"],
      path: "FormulaFuzzer", swiftSettings: traced, linkerSettings: linked),
    .executableTarget(
      name: "LessonFuzzer",
      dependencies: ["Lessons", "Notation", "Typesetting", "Meaning", "TextGrid", "LibFuzzer"],
      path: "LessonFuzzer", swiftSettings: traced, linkerSettings: linked),
  ],
  swiftLanguageModes: [.v6]
)
