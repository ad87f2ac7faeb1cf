// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it is built with libFuzzer's instrumentation, see `Fuzz/run`.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "manifest-lint", path: "..")],
  targets: [
    .target(name: "FuzzerDriver"),
    .executableTarget(
      name: "YAMLFuzz",
      dependencies: ["FuzzerDriver", .product(name: "YAML", package: "manifest-lint")]),
  ],
  swiftLanguageModes: [.v6]
)
