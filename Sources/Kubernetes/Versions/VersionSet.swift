/// The releases on all of which a manifest must be right; never empty.
public struct VersionSet: Hashable, Sendable, CustomStringConvertible {
  /// One bit a minor, after moving versions outside the catalogue to its nearest end.
  private(set) var bits: UInt64
  /// Versions that were asked for and are not in the catalogue: the nearest one it has was taken.
  public private(set) var outsideCatalogue: [KubernetesVersion] = []

  public init(_ version: KubernetesVersion) { self.init([version]) }

  private init(_ versions: [KubernetesVersion]) {
    bits = 0
    for version in versions {
      let known = min(max(version, .oldest), .newest)
      if known != version { outsideCatalogue.append(version) }
      bits |= 1 << UInt64(known.minor)
    }
  }

  /// Reads `1.36`, a list `1.29,1.31` or a range `1.29..1.34` (both ends belong to it), also mixed;
  /// nil when a part is no version or a range is empty.
  public init?(_ text: some StringProtocol) {
    var versions: [KubernetesVersion] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if let dots = part.firstIndex(of: "."), let second = Self.rangeMark(in: part, from: dots) {
        let rest = part.index(second, offsetBy: 2)
        guard let low = KubernetesVersion(part[..<second]),
          let high = KubernetesVersion(part[rest...]), low <= high
        else { return nil }
        versions += (low.minor...high.minor).map { KubernetesVersion(minor: $0) }
      } else if let version = KubernetesVersion(part) {
        versions.append(version)
      } else {
        return nil
      }
    }
    self.init(versions)
  }

  private static func rangeMark<T: StringProtocol>(in text: T, from start: T.Index) -> T.Index? {
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ".", next < text.endIndex, text[next] == "." { return index }
      index = next
    }
    return nil
  }

  /// Every release of the catalogue.
  public static var all: VersionSet {
    VersionSet(
      (KubernetesVersion.oldest.minor...KubernetesVersion.newest.minor).map { .init(minor: $0) })
  }

  public static var newest: VersionSet { VersionSet(.newest) }

  /// Ascending.
  public var versions: [KubernetesVersion] {
    (0..<64).compactMap { bits >> UInt64($0) & 1 == 1 ? KubernetesVersion(minor: $0) : nil }
  }
  public var oldest: KubernetesVersion { .init(minor: UInt8(bits.trailingZeroBitCount)) }
  public var newest: KubernetesVersion { .init(minor: UInt8(63 - bits.leadingZeroBitCount)) }

  func contains(_ minor: UInt8) -> Bool { minor < 64 && bits >> UInt64(minor) & 1 == 1 }

  /// Whether every version of the set lies in `since...until`.
  func isWithin(_ since: UInt8, _ until: UInt8) -> Bool {
    oldest.minor >= since && newest.minor <= until
  }

  /// Those of the set in a range; nil when there are none.
  func limited(to range: ClosedRange<UInt8>) -> VersionSet? {
    let kept = versions.filter { range.contains($0.minor) }
    return kept.isEmpty ? nil : VersionSet(kept)
  }

  public var description: String {
    oldest == newest
      ? oldest.description
      : versions.count == Int(newest.minor - oldest.minor) + 1
        ? "\(oldest)..\(newest)" : versions.map(\.description).joined(separator: ",")
  }
}
