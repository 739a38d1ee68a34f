// swift-tools-version: 6.2
import PackageDescription

/// Stricter than the language asks: imports say what they expose, `any` is
/// spelled out, and a warning is an error.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// DocC's plugin, for `scripts/docs` alone: nobody else resolves and fetches it.
let documentation: [Package.Dependency] =
  Context.environment["SOFTMAX_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "softmax-tutor",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "SoftmaxCore", targets: ["SoftmaxCore", "SoftmaxFoundation"]),
    .library(name: "SoftmaxArrays", targets: ["SoftmaxArrays", "SoftmaxFoundation"]),
    .executable(name: "softmax-tutor", targets: ["softmax-tutor"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ] + documentation,
  targets: [
    // Who may import whom: Tests/ArchitectureTests holds the sources to this.
    .target(name: "SoftmaxCore", swiftSettings: strict),
    // The inner loops in vectors: Swift has no way to compile one function for AVX2.
    .target(name: "CSoftmaxKernels"),
    .target(
      name: "SoftmaxArrays", dependencies: ["SoftmaxCore", "CSoftmaxKernels"],
      swiftSettings: strict),
    // The errors' sentences for those who use Foundation; the tutor does not load it.
    .target(name: "SoftmaxFoundation", dependencies: ["SoftmaxCore"], swiftSettings: strict),
    .target(name: "TextGrid", swiftSettings: strict),
    .target(name: "Notation", swiftSettings: strict),
    .target(name: "Typesetting", dependencies: ["Notation", "TextGrid"], swiftSettings: strict),
    .target(name: "Meaning", dependencies: ["Notation", "SoftmaxCore"], swiftSettings: strict),
    .target(
      name: "Lessons",
      dependencies: ["Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid"],
      swiftSettings: strict),
    .target(
      name: "TutorApp",
      dependencies: ["Lessons", "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid"],
      swiftSettings: strict),
    .systemLibrary(name: "CNCurses"),
    .target(name: "CursesTerminal", dependencies: ["CNCurses", "TextGrid"], swiftSettings: strict),
    // The package's root is its path so that `lessons/`, which stands at top level for readers and
    // for GitHub, can be its resource.
    .target(
      name: "CourseFiles",
      path: ".",
      exclude: [
        "ARCHITECTURE.md", "CONTRIBUTING.md", "LICENSE", "README.md", "Fuzzing", "Tests", "docs",
        "packaging", "scripts", "lessons/README.md", "Sources/Accuracy", "Sources/Benchmarks",
        "Sources/CNCurses", "Sources/CSoftmaxKernels", "Sources/CursesTerminal", "Sources/Lessons",
        "Sources/Meaning", "Sources/Mutations", "Sources/Notation", "Sources/SoftmaxArrays",
        "Sources/SoftmaxCore", "Sources/SoftmaxFoundation", "Sources/TerminalBenchmarks",
        "Sources/TextGrid", "Sources/TutorApp", "Sources/Typesetting", "Sources/softmax-tutor",
      ],
      sources: ["Sources/CourseFiles"],
      resources: [.copy("lessons")],
      publicHeadersPath: "Sources/CourseFiles/include"),
    .executableTarget(
      name: "softmax-tutor",
      dependencies: [
        "TutorApp", "Lessons", "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid",
        "CursesTerminal", "CourseFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What scripts/bench times beside numpy, scipy, PyTorch and JAX.
    .executableTarget(
      name: "Benchmarks", dependencies: ["SoftmaxArrays", "SoftmaxCore"], swiftSettings: strict),
    // What scripts/accuracy judges with exact arithmetic.
    .executableTarget(
      name: "Accuracy", dependencies: ["SoftmaxArrays", "SoftmaxCore"], swiftSettings: strict),
    // What scripts/bench-terminal times the tutor, vim and less with.
    .executableTarget(name: "TerminalBenchmarks", swiftSettings: strict),
    // What scripts/mutate puts check to the test with.
    .executableTarget(
      name: "Mutations", dependencies: ["Lessons", "Meaning", "Notation", "SoftmaxCore"],
      swiftSettings: strict),
    .testTarget(
      name: "SoftmaxCoreTests",
      dependencies: ["SoftmaxArrays", "SoftmaxCore", "SoftmaxFoundation"],
      resources: [.copy("Cases")],
      swiftSettings: strict),
    .testTarget(name: "TextGridTests", dependencies: ["TextGrid"], swiftSettings: strict),
    // The formulas of the field that reading and drawing are tested with.
    .target(
      name: "FormulaCorpus", dependencies: ["SoftmaxCore"], path: "Tests/FormulaCorpus",
      exclude: ["formulas.tsv"], swiftSettings: strict),
    .testTarget(
      name: "NotationTests",
      dependencies: ["Notation", "Typesetting", "TextGrid", "FormulaCorpus"],
      swiftSettings: strict),
    .testTarget(
      name: "TypesettingTests",
      dependencies: ["Typesetting", "Notation", "TextGrid", "FormulaCorpus"],
      exclude: ["Pictures"], swiftSettings: strict),
    .testTarget(
      name: "MeaningTests",
      dependencies: ["Meaning", "Notation", "Typesetting", "SoftmaxCore"],
      exclude: ["meaning-texts.txt", "Notes"],
      swiftSettings: strict),
    .testTarget(
      name: "LessonsTests",
      dependencies: [
        "Lessons", "Mutations", "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid",
        // The witness for the reader of the lessons' YAML.
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["survivors.txt"], swiftSettings: strict),
    .testTarget(
      name: "TutorAppTests",
      dependencies: [
        "TutorApp", "Lessons", "Notation", "Typesetting", "Meaning", "SoftmaxCore", "TextGrid",
      ],
      exclude: ["Frames"], swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CursesTerminal", "CNCurses", "TextGrid"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "softmax-tutor", "TutorApp", "Lessons", "CursesTerminal", "SoftmaxCore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["TutorApp"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
