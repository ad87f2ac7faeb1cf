/// A regular expression with Go's meaning, matched in time linear in the text: all ways through the
/// expression are followed at once, and nothing is ever tried again.
public struct RegularExpression: Sendable {
  /// Instructions of one compiled expression; a larger one is left to the server.
  static let maximumInstructions = 20_000
  /// Instructions looked at in one text; what takes longer is left to the server.
  static let maximumSteps = 5_000_000

  enum Refusal: Error {
    /// No regular expression: what Go says about it.
    case syntax(String)
    /// A right one that this engine does not follow: too large, or with names it does not know.
    case beyondEngine
  }

  private enum Instruction: Sendable {
    case scalar(UInt32)
    /// A number in `sets`.
    case set(Int)
    case fork(Int, Int)
    case jump(Int)
    case assertion(RegularExpressionAssertion)
    case match
  }

  private var program: [Instruction] = []
  private var sets: [ScalarSet] = []
  /// Only the start of the text can begin a match.
  private var isAnchored = false

  /// What is wrong with a pattern, in Go's words; nil when it compiles.
  static func fault(in pattern: String) -> String? {
    do throws(RegularExpressionParser.Fault) {
      _ = try RegularExpressionParser.parse(pattern)
      return nil
    } catch {
      return error.message
    }
  }

  /// Nil for what is no regular expression, or none that this engine follows.
  public init?(_ pattern: String) {
    guard let expression = try? RegularExpression(checking: pattern) else { return nil }
    self = expression
  }

  init(checking pattern: String) throws(Refusal) {
    let node: RegularExpressionNode
    do throws(RegularExpressionParser.Fault) {
      node = try RegularExpressionParser.parse(pattern)
    } catch {
      throw .syntax(error.message)
    }
    try compile(node)
    program.append(.match)
    if case .assertion(.textStart) = program[0] { isAnchored = true }
    for index in sets.indices { sets[index].prepare() }
  }

  // MARK: Compiling

  private mutating func add(_ instruction: Instruction) throws(Refusal) {
    guard program.count < Self.maximumInstructions else { throw .beyondEngine }
    program.append(instruction)
  }

  private mutating func compile(_ node: RegularExpressionNode) throws(Refusal) {
    switch node {
    case .empty: break
    case .scalar(let value): try add(.scalar(value))
    case .set(let set):
      guard !set.isUnknown else { throw .beyondEngine }
      sets.append(set)
      try add(.set(sets.count - 1))
    case .assertion(let kind): try add(.assertion(kind))
    case .sequence(let parts): for part in parts { try compile(part) }
    case .choice(let choices):
      var ends: [Int] = []
      for choice in choices.dropLast() {
        let fork = program.count
        try add(.fork(fork + 1, 0))
        try compile(choice)
        ends.append(program.count)
        try add(.jump(0))
        program[fork] = .fork(fork + 1, program.count)
      }
      if let last = choices.last { try compile(last) }
      for end in ends { program[end] = .jump(program.count) }
    case .repeated(let inner, let least, let most):
      for _ in 0..<least { try compile(inner) }
      if let most {
        var forks: [Int] = []
        for _ in least..<max(least, most) {
          forks.append(program.count)
          try add(.fork(program.count + 1, 0))
          try compile(inner)
        }
        for fork in forks { program[fork] = .fork(fork + 1, program.count) }
      } else {
        let fork = program.count
        try add(.fork(fork + 1, 0))
        try compile(inner)
        try add(.jump(fork))
        program[fork] = .fork(fork + 1, program.count)
      }
    }
  }

  // MARK: Matching

  /// Whether some part of the text matches; nil when that took too many steps.
  public func matches(_ text: ArraySlice<UInt8>) -> Bool? {
    var steps = 0
    return matches(text, steps: &steps)
  }

  /// - Parameter steps: becomes the number of steps taken.
  func matches(_ text: ArraySlice<UInt8>, steps: inout Int) -> Bool? {
    var current = Places(program.count)
    var next = Places(program.count)
    var before: UInt32?
    var scalars = String(decoding: text, as: UTF8.self).unicodeScalars.makeIterator()
    var here = scalars.next()?.value
    var isStart = true
    while true {
      if isStart || !isAnchored {
        if enter(0, &current, &steps, before: before, after: here, isStart: isStart) { return true }
      } else if current.isEmpty {
        return false
      }
      guard let value = here else { return false }
      guard steps < Self.maximumSteps else { return nil }
      let after = scalars.next()?.value
      for place in current {
        let takes =
          switch program[place] {
          case .scalar(let wanted): wanted == value
          case .set(let number): sets[number].contains(value)
          default: false
          }
        if takes, enter(place + 1, &next, &steps, before: value, after: after, isStart: false) {
          return true
        }
      }
      swap(&current, &next)
      next.removeAll()
      before = value
      here = after
      isStart = false
    }
  }

  /// Adds a place and all that it leads to without taking a character; true when that is the end.
  private func enter(
    _ start: Int, _ places: inout Places, _ steps: inout Int, before: UInt32?, after: UInt32?,
    isStart: Bool
  ) -> Bool {
    var pending = [start]
    while let place = pending.popLast() {
      guard places.insert(place) else { continue }
      steps += 1
      switch program[place] {
      case .match: return true
      case .jump(let target): pending.append(target)
      case .fork(let first, let second): pending += [second, first]
      case .assertion(let kind):
        if Self.holds(kind, before, after, isStart) { pending.append(place + 1) }
      case .scalar, .set: break
      }
    }
    return false
  }

  private static func holds(
    _ kind: RegularExpressionAssertion, _ before: UInt32?, _ after: UInt32?, _ isStart: Bool
  ) -> Bool {
    func isWord(_ value: UInt32?) -> Bool {
      value.map { $0 < 0x80 && (Bytes.isAlphanumeric(UInt8($0)) || $0 == 0x5F) } ?? false
    }
    switch kind {
    case .textStart: return isStart
    case .textEnd: return after == nil
    case .lineStart: return isStart || before == 0x0A
    case .lineEnd: return after == nil || after == 0x0A
    case .wordBoundary: return isWord(before) != isWord(after)
    case .noWordBoundary: return isWord(before) == isWord(after)
    }
  }

  /// A set of places in order of arrival, emptied without touching its memory.
  private struct Places: Sequence {
    private var members: [Int] = []
    private var position: [Int]

    init(_ count: Int) { position = [Int](repeating: 0, count: count) }

    var isEmpty: Bool { members.isEmpty }

    mutating func insert(_ place: Int) -> Bool {
      let known = position[place]
      if known < members.count, members[known] == place { return false }
      position[place] = members.count
      members.append(place)
      return true
    }

    mutating func removeAll() { members.removeAll(keepingCapacity: true) }

    func makeIterator() -> IndexingIterator<[Int]> { members.makeIterator() }
  }
}
