// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the shipped one needs neither libyaml nor a benchmark.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "manifest-lint", path: "..")],
  targets: [
    .target(
      name: "LibYAMLEvents", linkerSettings: [.linkedLibrary("yaml")]),
    .executableTarget(
      name: "YAMLBenchmark",
      dependencies: ["LibYAMLEvents", .product(name: "YAML", package: "manifest-lint")]),
  ],
  swiftLanguageModes: [.v6]
)
