/// A minor release of Kubernetes, `1.36`. Patch releases do not change what the server accepts.
public struct KubernetesVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The second number; the first is always 1.
  public var minor: UInt8

  public init(minor: UInt8) { self.minor = minor }

  /// Reads `1.36`, `v1.36` or `1.36.2`; nil for anything else and for minors above 63.
  public init?(_ text: some StringProtocol) {
    var parts = (text.hasPrefix("v") ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, UInt32(parts[2]) != nil { parts.removeLast() }
    guard parts.count == 2, parts[0] == "1", parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
      let minor = UInt8(parts[1]), minor < 64
    else { return nil }
    self.minor = minor
  }

  /// The oldest release in the catalogue.
  public static var oldest: KubernetesVersion { .init(minor: UInt8(CatalogueData.oldestMinor)) }
  /// The newest release in the catalogue.
  public static var newest: KubernetesVersion { .init(minor: UInt8(CatalogueData.newestMinor)) }

  public var description: String { "1.\(minor)" }

  public static func < (left: KubernetesVersion, right: KubernetesVersion) -> Bool {
    left.minor < right.minor
  }
}
