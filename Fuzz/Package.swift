// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it is built with libFuzzer's instrumentation, see `Fuzz/run`.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "manifest-lint", path: "..")],
  targets: [
    .target(name: "FuzzerDriver"),
    // The program's own sources without its `main`, by a symbolic link: what it makes of settings,
    // hook lines and words is fuzzed too.
    .target(
      name: "Program",
      dependencies: [
        .product(name: "GitAccess", package: "manifest-lint"),
        .product(name: "Kubernetes", package: "manifest-lint"),
        .product(name: "ManifestLint", package: "manifest-lint"),
        .product(name: "YAML", package: "manifest-lint"),
      ],
      exclude: ["main.swift"],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
      ]),
    .executableTarget(
      name: "Fuzzer",
      dependencies: [
        "FuzzerDriver", "Program",
        .product(name: "GitAccess", package: "manifest-lint"),
        .product(name: "Kubernetes", package: "manifest-lint"),
        .product(name: "ManifestLint", package: "manifest-lint"),
        .product(name: "YAML", package: "manifest-lint"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
