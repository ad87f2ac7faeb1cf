import YAML

/// A quantity as the server compares it (apimachinery/pkg/api/resource/quantity.go), in units of
/// 10⁻⁹; what is beyond 128 bits is the largest there is.
struct Quantity: Comparable, Sendable {
  var nanos: Int128

  init(nanos: Int128) { self.nanos = nanos }

  static let zero = Quantity(nanos: 0)
  static let one = Quantity(nanos: 1_000_000_000)

  static func < (left: Quantity, right: Quantity) -> Bool { left.nanos < right.nanos }

  /// The sum, no larger than the largest.
  static func + (left: Quantity, right: Quantity) -> Quantity {
    let (sum, overflow) = left.nanos.addingReportingOverflow(right.nanos)
    return Quantity(nanos: overflow ? .max : sum)
  }

  var isInteger: Bool { remainder(1_000_000_000) == 0 }

  /// Most values fit into 64 bits, where it takes one instruction.
  private func remainder(_ divisor: Int64) -> Int128 {
    if let small = Int64(exactly: nanos) { return Int128(small % divisor) }
    return nanos % Int128(divisor)
  }

  /// Rounded up to thousandths, as the server's defaults do with every list of resources.
  var roundedToMillis: Quantity {
    let rest = remainder(1_000_000)
    guard rest != 0, nanos < Int128.max - 1_000_000 else { return self }
    return Quantity(nanos: nanos - rest + (nanos > 0 ? 1_000_000 : 0))
  }

  /// Nil for what is no quantity.
  init?(_ text: ArraySlice<UInt8>) {
    if let common = Quantity(common: text.span) {
      self = common
      return
    }
    let text = Bytes.trimmed(text)
    guard let first = text.first else { return nil }
    let isNegative = first == 0x2D
    var at = text.startIndex + (first == 0x2D || first == 0x2B ? 1 : 0)
    var digits: Int128 = 0
    var fraction = 0
    var lostDigits = 0
    var inFraction = false
    var lostSomething = false
    while at < text.endIndex, Bytes.isDigit(text[at]) || text[at] == 0x2E {
      let byte = text[at]
      at += 1
      if byte == 0x2E {
        guard !inFraction else { return nil }
        inFraction = true
      } else if digits > Int128.max / 100 {
        lostSomething = lostSomething || byte != 0x30
        if !inFraction { lostDigits += 1 }
      } else {
        digits = digits * 10 + Int128(byte - 0x30)
        if inFraction { fraction += 1 }
      }
    }
    let rest = text[at...]
    guard let (base, exponent) = Self.suffix(rest) else { return nil }
    var value = digits
    var overflow = false
    func multiply(_ factor: Int128) {
      let (product, isOver) = value.multipliedReportingOverflow(by: factor)
      overflow = overflow || isOver
      if !isOver { value = product }
    }
    if base == 2 {
      multiply(Int128(1) << Int128(exponent))
    }
    var power = 9 - fraction + lostDigits + (base == 10 ? exponent : 0)
    while power > 0, value != 0, !overflow {
      multiply(10)
      power -= 1
    }
    var remainder = lostSomething
    while power < 0, value != 0 {
      remainder = remainder || value % 10 != 0
      value /= 10
      power += 1
    }
    if remainder { value += 1 }
    if overflow { value = .max }
    nanos = isNegative ? -value : value
  }

  /// Up to twelve digits and a usual unit, which most quantities are: the same value by one
  /// multiplication. Nil for what needs a closer look.
  init?(common text: Span<UInt8>) {
    var at = 0
    var digits: Int64 = 0
    while at < text.count, at < 12, Bytes.isDigit(text[at]) {
      digits = digits &* 10 &+ Int64(text[at] &- 0x30)
      at += 1
    }
    guard at > 0 else { return nil }
    let factor: Int64
    switch (text.count - at, at < text.count ? text[at] : 0) {
    case (0, _): factor = 1_000_000_000
    case (1, 0x6D): factor = 1_000_000
    case (1, 0x6B): factor = 1_000_000_000_000
    case (1, 0x4D): factor = 1_000_000_000_000_000
    case (1, 0x47): factor = 1_000_000_000_000_000_000
    case (2, 0x4B) where text[at + 1] == 0x69: factor = 1_000_000_000 << 10
    case (2, 0x4D) where text[at + 1] == 0x69: factor = 1_000_000_000 << 20
    case (2, 0x47) where text[at + 1] == 0x69: factor = 1_000_000_000 << 30
    default: return nil
    }
    nanos = Int128(digits) * Int128(factor)
  }

  private static func suffix(_ text: ArraySlice<UInt8>) -> (base: Int, exponent: Int)? {
    guard let first = text.first else { return (10, 0) }
    if text.count == 2, text.last == 0x69 {
      guard let place = "KMGTPE".utf8.enumerated().first(where: { $0.element == first })
      else { return nil }
      return (2, 10 * (place.offset + 1))
    }
    if text.count == 1 {
      switch first {
      case 0x6E: return (10, -9)
      case 0x75: return (10, -6)
      case 0x6D: return (10, -3)
      case 0x6B: return (10, 3)
      case 0x4D: return (10, 6)
      case 0x47: return (10, 9)
      case 0x54: return (10, 12)
      case 0x50: return (10, 15)
      case 0x45: return (10, 18)
      default: return nil
      }
    }
    guard first | 0x20 == 0x65 else { return nil }
    var rest = text.dropFirst()
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    guard let exponent = Bytes.number(rest) else { return nil }
    let capped = min(exponent, 100)
    return (10, isNegative ? -capped : capped)
  }
}

extension Tree {
  /// Whether a value's text is a usual quantity, which the server takes as a number and as a text.
  func isCommonQuantity(_ value: NodeID) -> Bool {
    let node = self[value]
    guard node.kind == .scalar, !node.flags.contains(.decoded) else { return false }
    return source.withUnsafeBufferPointer {
      Quantity(common: $0.span.extracting(node.text.bytes)) != nil
    }
  }
}

extension Field {
  /// The quantity written; 0 when absent, nil when it is none.
  var asQuantity: Quantity? {
    guard exists else { return .zero }
    // Decimal numbers mean the same to both readers; octal and the like only YAML's resolves.
    let common = withText { text in
      text.isEmpty || text[0] == 0x30 && text.count > 2 ? nil : Quantity(common: text)
    }
    if let common { return common }
    let bytes = bytes
    if let first = bytes.first, first != 0x30 || bytes.count < 3, let quantity = Quantity(bytes) {
      return quantity
    }
    switch scalar {
    case .integer(let value): return Quantity(nanos: Int128(value) * 1_000_000_000)
    case .unsigned(let value): return Quantity(nanos: Int128(value) * 1_000_000_000)
    case .float(let value): return Quantity(bytes) ?? Quantity(Array("\(value)".utf8)[...])
    default: return Quantity(bytes)
    }
  }
}

extension ObjectCheck {
  @discardableResult
  mutating func notNegative(quantity field: Field) -> Quantity? {
    guard let quantity = field.asQuantity else { return nil }
    if quantity < .zero {
      report(
        ObjectRules.quantityRange, at: field,
        "\(shown(field)); must be greater than or equal to 0")
    }
    return quantity
  }

  mutating func positive(quantity field: Field) {
    guard let quantity = field.asQuantity, quantity <= .zero else { return }
    report(ObjectRules.quantityRange, at: field, "\(shown(field)); must be greater than zero")
  }

  mutating func wholeNumber(quantity field: Field) {
    guard let quantity = field.asQuantity, !quantity.roundedToMillis.isInteger else { return }
    report(ObjectRules.quantityRange, at: field, "\(shown(field)); must be an integer")
  }
}
