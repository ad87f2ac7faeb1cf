/// A half-open range of bytes in one file, counted from 0.
///
/// Files are limited to 2 GiB before they are parsed, so 32 bits hold every offset.
public struct SourceRange: Hashable, Sendable {
  public var start: UInt32
  /// One past the last byte.
  public var end: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  @inlinable
  public init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// Of offsets that lie in a file, which are known to fit.
  @inline(__always)
  init(_ start: Int, _ end: Int) {
    self.init(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
  }

  @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }
  @inlinable public var isEmpty: Bool { start == end }
}
