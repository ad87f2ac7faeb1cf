/// One of several parts of a tree's files, each for a machine of its own.
public struct Shard: Sendable, Hashable {
  /// From 1.
  public let number: Int
  public let count: Int

  public static let maximumCount = 1_000

  /// Reads `N/M`, with 1 ≤ N ≤ M ≤ 1,000; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(number: number, count: count)
  }

  init?(number: Int, count: Int) {
    guard 1 <= number, number <= count, count <= Self.maximumCount else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether a file belongs to this part: by the FNV-1a hash (64 bits) of its path's bytes, so that
  /// every machine comes to the same answer, and one that keeps verdicts gets the same files again.
  func contains(_ path: [UInt8]) -> Bool {
    Self.hash(path) % UInt64(count) == UInt64(number - 1)
  }

  static func hash(_ path: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
