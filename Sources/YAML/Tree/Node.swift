/// The number of a node in its tree's array. Nodes stand in document order: a node's first child is
/// the next node, and `Node.next` is the one after its whole subtree.
public struct NodeID: Hashable, Sendable, Comparable {
  public var index: UInt32

  @inlinable public init(_ index: UInt32) { self.index = index }
  @inlinable public init(_ index: Int) { self.index = UInt32(index) }

  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// One node: fixed size, no reference, byte offsets into the file or into the tree's side buffer.
public struct Node: Sendable {
  public enum Kind: UInt8, Sendable { case scalar, mapping, sequence, alias }

  public enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded, block, flow
  }

  // Computed, because a stored static is a call in every other module.
  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The scalar's text is no slice of the file but lies in `Tree.decoded` (escapes, folding).
    @inlinable public static var decoded: Flags { Flags(rawValue: 1 << 0) }
    /// An anchor or a tag stands before the node: see `Tree.properties`.
    @inlinable public static var properties: Flags { Flags(rawValue: 1 << 1) }
    /// A mapping with a merge key `<<`.
    @inlinable public static var merges: Flags { Flags(rawValue: 1 << 2) }
    /// A mapping in which a key stands twice.
    @inlinable public static var repeatsKeys: Flags { Flags(rawValue: 1 << 3) }
    /// A scalar whose tag decides how it resolves (`!!int`, `!foo`, …): `NodeProperties.kind`.
    @inlinable public static var tagged: Flags { Flags(rawValue: 1 << 4) }
    /// Made by the JSON reader, where YAML's words and numbers do not count.
    @inlinable public static var json: Flags { Flags(rawValue: 1 << 5) }
  }

  public var kind: Kind
  public var style: Style
  public var flags: Flags
  /// The node in the file, without its anchor and tag; a collection ends after its last child or
  /// closing bracket.
  public var range: SourceRange
  /// Scalars: the text, in the file or in `Tree.decoded`. Collections: `start` is the number of
  /// children (a mapping's keys and values both count). Aliases: `start` is the target's number.
  public var text: SourceRange
  /// One past the last node of this subtree.
  public var next: UInt32

  @inlinable
  public init(
    kind: Kind, style: Style, flags: Flags = [], range: SourceRange, text: SourceRange,
    next: UInt32
  ) {
    self.kind = kind
    self.style = style
    self.flags = flags
    self.range = range
    self.text = text
    self.next = next
  }
}

/// Anchor and tag of the few nodes that have them.
public struct NodeProperties: Sendable {
  public var node: NodeID
  /// The name without `&`.
  public var anchor: SourceRange?
  /// The tag as written, `!` included.
  public var tag: SourceRange?
  /// What the tag does to a scalar.
  public var kind: TagKind

  public init(
    node: NodeID, anchor: SourceRange?, tag: SourceRange?, kind: TagKind = .nonSpecific
  ) {
    self.node = node
    self.anchor = anchor
    self.tag = tag
    self.kind = kind
  }
}

/// A scalar as the agent resolves it (yaml-semantics.md, section 4).
public enum Scalar: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Only for values above `Int64.max`.
  case unsigned(UInt64)
  case float(Double)
  /// Text: `Tree.text(_:)` has it. Dates and times are text too.
  case string
}

/// One document of a stream.
public struct Document: Sendable {
  /// Counts from 0, empty documents included.
  public var index: Int
  /// The bytes between the separators.
  public var range: SourceRange
  /// Nil when there is nothing, or only comments, or the document could not be parsed at all.
  public var root: NodeID?
  /// An error was found in it: the agent reads no value from it.
  public var isBroken: Bool

  public init(index: Int, range: SourceRange, root: NodeID?, isBroken: Bool) {
    self.index = index
    self.range = range
    self.root = root
    self.isBroken = isBroken
  }
}
