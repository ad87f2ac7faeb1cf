/// A google.protobuf.Duration as protobuf JSON writes it.
public struct ConfigurationDuration: Sendable, Hashable {
  public var seconds: Int64
  /// Of the same sign as `seconds`.
  public var nanoseconds: Int32

  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  enum ParseError: Error {
    case form
    case outOfRange
  }

  /// About 10,000 years.
  static let maximumSeconds: Int64 = 315_576_000_000

  /// Sign, digits without a leading zero, a point with up to nine digits, `s`; digits may be missing
  /// on either side of the point (protobuf-go protojson well_known_types.go parseDuration).
  init(parsing text: some Collection<UInt8>) throws(ParseError) {
    var rest = Array(text)[...]
    guard rest.count >= 2, rest.popLast() == UInt8(ascii: "s") else { throw .form }
    var isNegative = false
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      isNegative = rest.removeFirst() == UInt8(ascii: "-")
    }
    guard let first = rest.first else { throw .form }
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    var whole: ArraySlice<UInt8> = []
    if first == UInt8(ascii: "0") {
      rest.removeFirst()
    } else if isDigit(first) {
      whole = rest.prefix(while: isDigit)
      rest = rest.dropFirst(whole.count)
    } else if first != UInt8(ascii: ".") {
      throw .form
    }
    var nanoseconds: Int32 = 0
    if !rest.isEmpty {
      guard rest.removeFirst() == UInt8(ascii: ".") else { throw .form }
      guard rest.count <= 9, rest.allSatisfy(isDigit) else { throw .form }
      for index in 0..<9 {
        let digit = index < rest.count ? Int32(rest[rest.startIndex + index] - 0x30) : 0
        nanoseconds = nanoseconds * 10 + digit
      }
    }
    var seconds: Int64 = 0
    for byte in whole {
      let (product, overflows) = seconds.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = product.addingReportingOverflow(Int64(byte - 0x30))
      guard !overflows, !overflowsToo else { throw .form }
      seconds = sum
    }
    guard seconds <= Self.maximumSeconds else { throw .outOfRange }
    self.init(
      seconds: isNegative ? -seconds : seconds,
      nanoseconds: isNegative ? -nanoseconds : nanoseconds)
  }

  public var isNegative: Bool { seconds < 0 || nanoseconds < 0 }
  public var isPositive: Bool { seconds > 0 || nanoseconds > 0 }
}

extension ConfigurationDuration: CustomStringConvertible {
  /// As protobuf JSON writes it: no fraction, or three, six or nine digits of one.
  public var description: String {
    var text = "\(isNegative ? "-" : "")\(seconds.magnitude)"
    guard nanoseconds != 0 else { return text + "s" }
    let digits = String(nanoseconds.magnitude)
    var fraction = String(repeating: "0", count: 9 - digits.count) + digits
    while fraction.hasSuffix("000") { fraction.removeLast(3) }
    text += "." + fraction
    return text + "s"
  }
}
