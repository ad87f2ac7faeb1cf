// swift-tools-version: 6.2
import PackageDescription

// No package dependency, by decision: libgit2 is the one native library (docs/architecture.md).
let package = Package(
  name: "manifest-lint",
  products: [
    .executable(name: "manifest-lint", targets: ["manifest-lint"]),
    .library(name: "ManifestLint", targets: ["ManifestLint"]),
    .library(name: "YAML", targets: ["YAML"]),
    // For the fuzzers, which are a package of their own.
    .library(name: "Kubernetes", targets: ["Kubernetes"]),
    .library(name: "GitAccess", targets: ["GitAccess"]),
  ],
  targets: [
    .systemLibrary(
      name: "CLibGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .target(name: "CNoCertificates"),
    .target(name: "CObjectHash"),
    .target(name: "GitAccess", dependencies: ["CLibGit2", "CNoCertificates", "CObjectHash"]),
    .target(name: "YAML"),
    .target(name: "Kubernetes", dependencies: ["YAML"]),
    .target(name: "ManifestLint", dependencies: ["YAML", "Kubernetes"]),
    .executableTarget(
      name: "manifest-lint", dependencies: ["GitAccess", "YAML", "Kubernetes", "ManifestLint"]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
    .testTarget(name: "GitAccessTests", dependencies: ["GitAccess", "CObjectHash", "TestSupport"]),
    .testTarget(name: "KubernetesTests", dependencies: ["Kubernetes", "YAML"]),
    .testTarget(name: "ManifestLintTests", dependencies: ["ManifestLint", "Kubernetes", "YAML"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["manifest-lint", "ManifestLint", "TestSupport", "YAML"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ]
}
