import YAML

/// The facts of a file's objects, as bytes: most files are kept until all have been read, and some
/// beyond the run.
public struct FactList: Sendable, Hashable, Sequence {
  public internal(set) var bytes: [UInt8] = []

  public init(bytes: [UInt8] = []) { self.bytes = bytes }

  public var isEmpty: Bool { bytes.isEmpty }

  public func text(_ text: FactText) -> String {
    String(decoding: bytes[text.bytes], as: UTF8.self)
  }

  /// Facts with the number of the object that they are about, in the order of the file.
  public func makeIterator() -> Iterator {
    Iterator(cursor: FactCursor(bytes, 0..<bytes.count))
  }

  public struct Iterator: IteratorProtocol {
    var cursor: FactCursor

    public mutating func next() -> (object: Int, fact: ObjectFact)? {
      cursor.next().map { (cursor.object, $0) }
    }
  }

  enum Tag: UInt8 {
    case object = 1
    case reference, pods, label, portName, container, podResources, selector, requirement, value
    case servicePort, targetPort, claimPrefix, limitRange, quota, mention, mentionsAnything
  }

  /// What follows a reference's name.
  enum Part {
    static let namespace: UInt8 = 1
    static let portNumber: UInt8 = 2
    static let portName: UInt8 = 4
  }
}
