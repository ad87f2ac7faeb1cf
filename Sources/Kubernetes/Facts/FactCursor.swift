import YAML

/// Reads facts where they lie, and makes no text of them. It takes any bytes, whoever wrote them, and
/// never fails: it ends.
public struct FactCursor {
  /// What texts stand in.
  public let bytes: [UInt8]
  private let end: Int
  /// Where the next fact stands.
  public private(set) var place: Int
  /// The number of the object that the latest fact is about.
  public private(set) var object: Int

  /// - Parameters:
  ///   - range: where in the bytes the facts stand.
  ///   - object: that they are about until one says something else.
  public init(_ bytes: [UInt8], _ range: Range<Int>, object: Int = 0) {
    self.bytes = bytes
    place = range.lowerBound
    end = Swift.min(range.upperBound, bytes.count)
    self.object = object
  }

  /// The next fact; nil when there is none, or none that can be read.
  public mutating func next() -> ObjectFact? {
    guard let fact = read() else {
      place = end
      return nil
    }
    return fact
  }

  private mutating func read() -> ObjectFact? {
    guard var tag = byte().flatMap(FactList.Tag.init) else { return nil }
    while tag == .object {
      guard let number = number(), let next = byte().flatMap(FactList.Tag.init) else { return nil }
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
    if parts & FactList.Part.namespace != 0 {
      guard let namespace = text() else { return nil }
      reference.namespace = namespace
    }
    if parts & FactList.Part.portNumber != 0 {
      guard let number = number(), let range = self.range() else { return nil }
      reference.port = .number(number, range)
    } else if parts & FactList.Part.portName != 0 {
      guard let name = text(), let range = self.range() else { return nil }
      reference.port = .name(name, range)
    }
    return .reference(reference)
  }

  @inline(__always)
  private mutating func byte() -> UInt8? {
    guard place < end else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  @inline(__always)
  private mutating func set() -> ResourceSet? { byte().map(ResourceSet.init) }

  @inline(__always)
  private mutating func number() -> UInt32? {
    guard let first = byte() else { return nil }
    if first < 0x80 { return UInt32(first) }
    return longNumber(UInt64(first & 0x7F))
  }

  private mutating func longNumber(_ low: UInt64) -> UInt32? {
    var value = low
    for shift in stride(from: UInt64(7), to: 35, by: 7) {
      guard let byte = byte() else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return UInt32(exactly: value) }
    }
    return nil
  }

  @inline(__always)
  private mutating func text() -> FactText? {
    guard let count = number(), Int(count) <= end - place else { return nil }
    defer { place += Int(count) }
    return FactText(start: place, count: Int(count))
  }

  @inline(__always)
  private mutating func range() -> SourceRange? {
    guard let start = number(), let count = number() else { return nil }
    let (end, isTooLarge) = start.addingReportingOverflow(count)
    return isTooLarge ? nil : SourceRange(start: start, end: end)
  }
}
