/// Why a repository, or something in it, could not be read.
///
/// Always a fault of the check itself (exit status 3), never a finding.
public struct GitError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: Sendable, Equatable {
    /// No repository at the path, nor above it.
    case notARepository
    /// The directory belongs to somebody else and nobody vouches for it. `owner` and `user` are
    /// numeric user ids.
    case foreignOwner(path: [UInt8], owner: UInt32, user: UInt32)
    /// A format that libgit2 cannot read: SHA-256 objects, reftable, an unknown extension.
    case unsupportedFormat
    /// An object is not in the store. `incomplete` is true in a shallow or partial clone.
    case missingObject(GitObjectID, incomplete: Bool)
    /// An object, or a whole store, is there but its bytes are not what they must be.
    case damagedObject
    /// The object is of another type than asked for (a tag of a blob is no commit).
    case wrongObjectType
    /// The index file does not exist although the branch has commits.
    case missingIndex
    /// The index could not be read, not even with the help of `git write-tree`.
    case unreadableIndex
    /// The index has unmerged entries.
    case conflictedIndex(paths: [[UInt8]])
    /// The current branch has no commit yet.
    case unbornHead
    /// A revision that names nothing, or more than one thing.
    case badRevision
    /// A bare repository was asked for its work tree.
    case noWorkTree
    /// An environment variable that git sets for hooks has a value that cannot be used.
    case badEnvironment(variable: String)
    /// More than a named limit allows.
    case limitExceeded(name: String, limit: Int)
    /// A file of the work tree changed or vanished while it was read.
    case fileChanged(path: [UInt8])
    /// The operating system refused.
    case system(code: Int32)
    /// Anything else that libgit2 reports.
    case library(code: Int32)
  }

  public var kind: Kind
  /// One sentence: what was tried, what is wrong, what to do.
  public var message: String

  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  public var description: String { message }
}

/// Bytes of a name or path as text for a message: control characters, invisible direction marks and
/// bytes that are no UTF-8 are written as escapes, because the text comes from a stranger.
public func printable(_ bytes: some Collection<UInt8>) -> String {
  func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
  var text = ""
  var decoder = UTF8()
  var iterator = Array(bytes).makeIterator()
  var rest = Array(bytes)[...]
  while true {
    switch decoder.decode(&iterator) {
    case .emptyInput: return text
    case .scalarValue(let scalar):
      rest = rest.dropFirst(UTF8.width(scalar))
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        text +=
          scalar.value < 0x100
          ? "\\x" + hexadecimal(scalar.value, digits: 2)
          : "\\u{" + String(scalar.value, radix: 16) + "}"
      case 0x5C: text += "\\\\"
      default: text.unicodeScalars.append(scalar)
      }
    case .error:
      // The decoder may have looked further than the one byte that is wrong: start again after it.
      text += "\\x" + hexadecimal(UInt32(rest.first ?? 0), digits: 2)
      rest = rest.dropFirst()
      decoder = UTF8()
      iterator = Array(rest).makeIterator()
    }
  }
}
