extension Tree {
  /// Key and value pairs of a mapping, see `effectiveMembers`; none for anything else.
  ///
  /// Read from the nodes as they are asked for: only a mapping with merge keys or repeated ones, of
  /// which there are few, needs memory.
  public struct Members: Sequence, IteratorProtocol {
    @usableFromInline let tree: Tree
    @usableFromInline var current: UInt32
    @usableFromInline let end: UInt32
    @usableFromInline var merged: ArraySlice<(key: NodeID, value: NodeID)>

    @inlinable
    init(of mapping: NodeID, in tree: Tree) {
      self.tree = tree
      let node = tree[mapping]
      current = mapping.index + 1
      end =
        node.kind == .mapping && node.flags.isDisjoint(with: [.merges, .repeatsKeys])
        ? node.next : current
      merged = []
      if node.kind == .mapping, current != node.next, current == end {
        merged = tree.mergedMembers(of: mapping)[...]
      }
    }

    @inlinable
    public mutating func next() -> (key: NodeID, value: NodeID)? {
      guard current < end else { return merged.popFirst() }
      let key = NodeID(current)
      let value = NodeID(tree[key].next)
      current = tree[value].next
      return (key, value)
    }

    @inlinable public var isEmpty: Bool { current >= end && merged.isEmpty }

    public var count: Int {
      guard merged.isEmpty else { return merged.count }
      return reduce(0) { count, _ in count + 1 }
    }

    @inlinable public var first: (key: NodeID, value: NodeID)? {
      var members = self
      return members.next()
    }

    /// The last pair that satisfies a condition.
    @inlinable
    public func last(
      where condition: ((key: NodeID, value: NodeID)) -> Bool
    ) -> (key: NodeID, value: NodeID)? {
      var found: (key: NodeID, value: NodeID)?
      for member in self where condition(member) { found = member }
      return found
    }
  }
}
