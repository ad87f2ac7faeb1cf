import YAML

/// The facts of a file's objects, as bytes: most files are kept until all have been read, and some
/// beyond the run. Reading takes any bytes, whoever wrote them, and never fails: it ends.
public struct FactList: Sendable, Hashable, Sequence {
  public internal(set) var bytes: [UInt8] = []

  public init(bytes: [UInt8] = []) { self.bytes = bytes }

  public var isEmpty: Bool { bytes.isEmpty }

  /// Facts with the number of the object that they are about, in the order of the file.
  public func makeIterator() -> Iterator { Iterator(bytes: bytes) }

  /// Goes on where another iterator stood.
  public func iterator(at place: Int, object: Int) -> Iterator {
    Iterator(bytes: bytes, place: place, object: object)
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

  public struct Iterator: IteratorProtocol {
    private let bytes: [UInt8]
    /// Where the next fact stands.
    public private(set) var place: Int
    private var object: Int

    init(bytes: [UInt8], place: Int = 0, object: Int = 0) {
      self.bytes = bytes
      self.place = place
      self.object = object
    }

    public mutating func next() -> (object: Int, fact: ObjectFact)? {
      guard let fact = read() else {
        place = bytes.count
        return nil
      }
      return (object, fact)
    }

    private mutating func read() -> ObjectFact? {
      guard var tag = byte().flatMap(Tag.init) else { return nil }
      while tag == .object {
        guard let number = number(), let next = byte().flatMap(Tag.init) else { return nil }
        object = Int(number)
        tag = next
      }
      switch tag {
      case .object: return nil
      case .reference: return reference()
      case .pods: return .pods
      case .label:
        guard let key = text(), let value = text() else { return nil }
        return .label(key: key, value: value)
      case .portName: return text().map(ObjectFact.portName)
      case .container:
        guard let name = text(), let range = range(), let requests = set(), let limits = set()
        else { return nil }
        return .container(name: name, range: range, requests: requests, limits: limits)
      case .podResources:
        guard let requests = set(), let limits = set() else { return nil }
        return .podResources(requests: requests, limits: limits)
      case .selector: return range().map(ObjectFact.selector)
      case .requirement:
        guard let kind = byte().flatMap(ObjectFact.SelectorOperator.init), let key = text()
        else { return nil }
        return .requirement(key: key, kind)
      case .value: return text().map(ObjectFact.value)
      case .servicePort:
        guard let number = number(), let name = text() else { return nil }
        return .servicePort(number: number, name: name)
      case .targetPort:
        guard let name = text(), let range = range() else { return nil }
        return .targetPort(name: name, range: range)
      case .claimPrefix: return text().map(ObjectFact.claimPrefix)
      case .limitRange:
        guard let kind = byte(), let requests = set(), let limits = set(), let minimum = set(),
          let maximum = set(), let ratio = set()
        else { return nil }
        return .limitRange(
          ObjectFact.LimitRangeItem(
            isForPods: kind != 0, defaultRequests: requests, defaultLimits: limits,
            minimum: minimum, maximum: maximum, ratio: ratio))
      case .quota:
        guard let requests = set(), let limits = set() else { return nil }
        return .quota(requests: requests, limits: limits)
      case .mention: return number().map(ObjectFact.mention)
      case .mentionsAnything: return .mentionsAnything
      }
    }

    private mutating func reference() -> ObjectFact? {
      guard let referent = byte().flatMap(Referent.init), let name = text(), let range = range(),
        let parts = byte()
      else { return nil }
      var reference = ObjectFact.Reference(referent: referent, name: name, range: range)
      if parts & Part.namespace != 0 {
        guard let namespace = text() else { return nil }
        reference.namespace = namespace
      }
      if parts & Part.portNumber != 0 {
        guard let number = number(), let range = self.range() else { return nil }
        reference.port = .number(number, range)
      } else if parts & Part.portName != 0 {
        guard let name = text(), let range = self.range() else { return nil }
        reference.port = .name(name, range)
      }
      return .reference(reference)
    }

    private mutating func byte() -> UInt8? {
      guard place < bytes.count else { return nil }
      defer { place += 1 }
      return bytes[place]
    }

    private mutating func set() -> ResourceSet? { byte().map(ResourceSet.init) }

    private mutating func number() -> UInt32? {
      var value: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 35, by: 7) {
        guard let byte = byte() else { return nil }
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return UInt32(exactly: value) }
      }
      return nil
    }

    private mutating func text() -> String? {
      guard let count = number(), Int(count) <= bytes.count - place else { return nil }
      defer { place += Int(count) }
      return String(decoding: bytes[place..<place + Int(count)], as: UTF8.self)
    }

    private mutating func range() -> SourceRange? {
      guard let start = number(), let count = number() else { return nil }
      let (end, isTooLarge) = start.addingReportingOverflow(count)
      return isTooLarge ? nil : SourceRange(start: start, end: end)
    }
  }
}
