import Kubernetes
import YAML

/// A selector of pods: to all requirements a pod's labels must come up.
struct PodSelector {
  struct Requirement {
    var key: Range<Int>
    var kind: ObjectFact.SelectorOperator
    /// Places in `values`.
    var values: Range<Int>
    /// Whether the label comes only when the pod is there.
    var isSetLater: Bool

    /// Whether the label must stand in a pod template.
    var isDemand: Bool { (kind == .in || kind == .exists) && !isSetLater }
  }

  /// What the texts stand in.
  private(set) var bytes: [UInt8] = []
  private(set) var range = SourceRange(start: 0, end: 0)
  private(set) var requirements: [Requirement] = []
  private(set) var values: [Range<Int>] = []

  /// Begins another one. The room is kept.
  mutating func begin(_ range: SourceRange, in bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
    requirements.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  mutating func add(_ fact: ObjectFact) {
    switch fact {
    case .requirement(let key, let kind):
      requirements.append(
        Requirement(
          key: key.bytes, kind: kind, values: values.count..<values.count,
          isSetLater: Self.isSetLater(bytes, key.bytes)))
    case .value(let value):
      guard let last = requirements.indices.last else { return }
      values.append(value.bytes)
      requirements[last].values = requirements[last].values.lowerBound..<values.count
    default: break
    }
  }

  /// Whether pods with some labels come up to it.
  ///
  /// - Parameters:
  ///   - found: by requirement, the value of the label that has its key.
  ///   - other: what those values stand in.
  func selects(_ found: [Range<Int>?], in other: [UInt8]) -> Bool {
    for (number, requirement) in requirements.enumerated() {
      let isFulfilled =
        switch requirement.kind {
        case .in: found[number].map { has(requirement, $0, other) } ?? requirement.isSetLater
        case .notIn: found[number].map { !has(requirement, $0, other) } ?? true
        case .exists: found[number] != nil || requirement.isSetLater
        case .doesNotExist: found[number] == nil
        }
      if !isFulfilled { return false }
    }
    return true
  }

  private func has(_ requirement: Requirement, _ value: Range<Int>, _ other: [UInt8]) -> Bool {
    values[requirement.values].contains { ByteWords.equal(bytes, $0, other, value) }
  }

  // MARK: Texts

  struct Spelled {
    var key: String
    var kind: ObjectFact.SelectorOperator
    var values: [String]
  }

  /// The requirements as texts.
  var spelled: [Spelled] {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return requirements.map {
      Spelled(key: text($0.key), kind: $0.kind, values: values[$0.values].map(text))
    }
  }

  /// `app=web, tier in (front, back)`.
  var text: String {
    spelled.prefix(8).map { requirement in
      let values = requirement.values.prefix(4).joined(separator: ", ")
      switch requirement.kind {
      case .in:
        return requirement.values.count == 1
          ? "\(requirement.key)=\(values)" : "\(requirement.key) in (\(values))"
      case .notIn: return "\(requirement.key) notin (\(values))"
      case .exists: return requirement.key
      case .doesNotExist: return "!\(requirement.key)"
      }
    }.joined(separator: ", ")
  }

  // MARK: Labels that come later

  /// Labels that controllers give to pods, and those that the program in the pod gives itself: which
  /// one leads, or is ready for something.
  static func isSetLater(_ bytes: [UInt8], _ key: Range<Int>) -> Bool {
    var start = key.lowerBound
    for position in key where bytes[position] == UInt8(ascii: "/") { start = position + 1 }
    for position in start..<key.upperBound {
      // What the words of state begin with.
      switch bytes[position] | 0x20 {
      case UInt8(ascii: "r"), UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "m"),
        UInt8(ascii: "p"), UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "h"):
        for word in wordsOfState
        where word.count <= key.upperBound - position
          && word.indices.allSatisfy({ bytes[position + $0] | 0x20 == word[$0] })
        {
          return true
        }
      default: break
      }
    }
    return setByControllers.contains { ByteWords.equal($0, 0..<$0.count, bytes, key) }
  }

  private static let wordsOfState = [
    "role", "active", "leader", "master", "primary", "initialized", "sealed", "standby", "hash",
  ].map { Array($0.utf8) }

  private static let setByControllers = [
    "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "pod-template-hash",
    "controller-revision-hash", "pod-template-generation", "job-name", "controller-uid",
    "batch.kubernetes.io/job-name", "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-completion-index", "topology.kubernetes.io/zone",
    "topology.kubernetes.io/region",
  ].map { Array($0.utf8) }
}
