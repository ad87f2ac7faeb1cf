/// Bare matching of many pairs, a line each: what `glob --batch` does.
///
/// Lines of one pattern that follow each other compile it once.
public struct GlobBatch: Sendable {
  public enum Answer: String, Sendable {
    case yes = "true"
    case no = "false"
    /// The pattern is malformed and the path brings it up.
    case malformed = "error"
  }

  /// Why a line cannot be answered.
  public enum LineError: Error, Sendable {
    case noTab
    case notHexadecimal
  }

  private let isHexadecimal: Bool
  private var pattern: [UInt8]?
  private var matcher: Result<GlobMatcher, GlobSyntaxError> = .failure(.malformed)

  /// - Parameter isHexadecimal: Whether both fields are written as pairs of hexadecimal digits.
  public init(isHexadecimal: Bool = false) { self.isHexadecimal = isHexadecimal }

  /// Answers a line `PATTERN<TAB>PATH`, given without its line feed. The path may hold further tabs.
  public mutating func answer(_ line: ArraySlice<UInt8>) throws(LineError) -> Answer {
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { throw .noTab }
    let pattern = try field(line[..<tab])
    let path = try field(line[(tab + 1)...])
    if pattern != self.pattern {
      self.pattern = pattern
      matcher = Result { () throws(GlobSyntaxError) in try Glob(pattern).matcher() }
    }
    do throws(GlobSyntaxError) {
      var used = try matcher.get()
      return try used.matches(path[...]) ? .yes : .no
    } catch {
      return .malformed
    }
  }

  private func field(_ text: ArraySlice<UInt8>) throws(LineError) -> [UInt8] {
    guard isHexadecimal else { return Array(text) }
    guard text.count.isMultiple(of: 2) else { throw .notHexadecimal }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: throw .notHexadecimal
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
