internal import CLibGit2

/// The name of an object in git's store: 20 bytes (SHA-1), kept as three big-endian words.
public struct GitObjectID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let words: (UInt64, UInt64, UInt32)

  public init(words: (UInt64, UInt64, UInt32)) { self.words = words }

  /// 40 hexadecimal digits, upper or lower case; nil for anything else.
  public init?(hexadecimal text: some Collection<UInt8>) {
    guard text.count == 40 else { return nil }
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (index, byte) in text.enumerated() {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      switch index {
      case 0..<16: words.0 = words.0 << 4 | UInt64(digit)
      case 16..<32: words.1 = words.1 << 4 | UInt64(digit)
      default: words.2 = words.2 << 4 | UInt32(digit)
      }
    }
    self.words = words
  }

  public init?(hexadecimal text: String) { self.init(hexadecimal: Array(text.utf8)) }

  /// What git writes for "no object": in a hook's line, a reference that is created or deleted.
  public static let zero = GitObjectID(words: (0, 0, 0))

  public var isZero: Bool { self == .zero }

  /// 40 lower-case hexadecimal digits.
  public var description: String {
    func digits(_ value: some FixedWidthInteger, _ count: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: count - text.utf8.count) + text
    }
    return digits(words.0, 16) + digits(words.1, 16) + digits(words.2, 8)
  }

  public static func == (left: GitObjectID, right: GitObjectID) -> Bool {
    left.words == right.words
  }

  public static func < (left: GitObjectID, right: GitObjectID) -> Bool {
    left.words < right.words
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
  }
}

extension GitObjectID {
  init(_ id: git_oid) { self = withUnsafeBytes(of: id) { GitObjectID($0) } }

  /// - Parameter bytes: 20.
  init(bytes: ArraySlice<UInt8>) { self = bytes.withUnsafeBytes { GitObjectID($0) } }

  private init(_ bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count == 20)
    words = (
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    )
  }

  var native: git_oid {
    var id = git_oid()
    withUnsafeMutableBytes(of: &id) { bytes in
      bytes.storeBytes(of: words.0.bigEndian, toByteOffset: 0, as: UInt64.self)
      bytes.storeBytes(of: words.1.bigEndian, toByteOffset: 8, as: UInt64.self)
      bytes.storeBytes(of: words.2.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return id
  }
}
