import YAML

/// An IP address, as Go's net package reads one.
struct Address: Hashable, Sendable {
  enum Family: Sendable { case v4, v6 }

  /// An IPv4 address is kept in the last four bytes, after the prefix of mapped addresses.
  let value: UInt128
  let family: Family
  /// A part of an IPv4 address has zeros before it.
  let hasLeadingZeros: Bool
  /// `::ffff:a.b.c.d`, written as an IPv6 address.
  let isMapped: Bool

  private static let mappedPrefix: UInt128 = 0xFFFF << 32

  init?(_ text: ArraySlice<UInt8>) {
    guard text.contains(0x3A) else {
      guard let (value, zeros) = Self.v4(text) else { return nil }
      self.value = Self.mappedPrefix | UInt128(value)
      family = .v4
      hasLeadingZeros = zeros
      isMapped = false
      return
    }
    guard let (value, zeros) = Self.v6(text) else { return nil }
    self.value = value
    isMapped = value >> 32 == 0xFFFF
    family = isMapped ? .v4 : .v6
    hasLeadingZeros = zeros
  }

  /// Four numbers up to 255.
  private static func v4(_ text: ArraySlice<UInt8>) -> (value: UInt32, zeros: Bool)? {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    var zeros = false
    for part in parts {
      guard let number = Bytes.number(part), number <= 255 else { return nil }
      zeros = zeros || (part.count > 1 && part.first == 0x30)
      value = value << 8 | UInt32(number)
    }
    return (value, zeros)
  }

  private static func v6(_ text: ArraySlice<UInt8>) -> (value: UInt128, zeros: Bool)? {
    guard text.count <= 45 else { return nil }
    var rest = text
    var groups: [UInt16] = []
    var gap: Int?
    var zeros = false
    if Bytes.hasPrefix(rest, "::") {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x3A) ?? rest.endIndex
      let part = rest[..<end]
      if part.contains(0x2E) {
        guard end == rest.endIndex, let (value, isPadded) = v4(part) else { return nil }
        zeros = isPadded
        groups += [UInt16(value >> 16), UInt16(value & 0xFFFF)]
        rest = []
        break
      }
      guard (1...4).contains(part.count),
        let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16), part.first != 0x2B
      else { return nil }
      groups.append(group)
      rest = rest[end...]
      guard !rest.isEmpty else { break }
      rest = rest.dropFirst()
      if rest.first == 0x3A {
        guard gap == nil else { return nil }
        gap = groups.count
        rest = rest.dropFirst()
      } else if rest.isEmpty {
        return nil
      }
    }
    guard gap == nil ? groups.count == 8 : groups.count < 8 else { return nil }
    if let gap {
      groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
    }
    return (groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }, zeros)
  }

  private func isIn(_ prefix: UInt128, _ length: Int) -> Bool {
    (value ^ prefix) >> UInt128(128 - length) == 0
  }

  var isUnspecified: Bool { value == 0 || value == Self.mappedPrefix }
  var isLoopback: Bool {
    family == .v4 ? isIn(Self.mappedPrefix | 127 << 24, 104) : value == 1
  }
  var isLinkLocal: Bool {
    family == .v4 ? isIn(Self.mappedPrefix | 0xA9FE << 16, 112) : isIn(0xFE80 << 112, 10)
  }
  var isLinkLocalMulticast: Bool {
    family == .v4 ? isIn(Self.mappedPrefix | 0xE000_00 << 8, 120) : isIn(0xFF02 << 112, 16)
  }

  /// The one way to write it (RFC 5952).
  var canonical: String {
    if family == .v4 {
      return (0..<4).reversed().map { String(value >> UInt128($0 * 8) & 0xFF) }
        .joined(separator: ".")
    }
    let groups = (0..<8).reversed().map { UInt16(truncatingIfNeeded: value >> UInt128($0 * 16)) }
    var best = 0..<0
    var start = 0
    for end in 0...8 where end == 8 || groups[end] != 0 {
      if end - start > max(best.count, 1) { best = start..<end }
      start = end + 1
    }
    let hex = groups.map { String($0, radix: 16) }
    guard !best.isEmpty else { return hex.joined(separator: ":") }
    return hex[..<best.lowerBound].joined(separator: ":") + "::"
      + hex[best.upperBound...].joined(separator: ":")
  }
}

/// An address and how many of its first bits count.
struct AddressBlock: Hashable, Sendable {
  let address: Address
  /// Counted from the first of 128 bits for both families.
  let length: Int
  /// Bits are set behind the prefix.
  let hasHostBits: Bool
  private let hasPaddedLength: Bool

  init?(_ text: ArraySlice<UInt8>) {
    guard let slash = text.firstIndex(of: 0x2F), let address = Address(text[..<slash]),
      let length = Bytes.number(text[(slash + 1)...])
    else { return nil }
    let isShort = !text[..<slash].contains(0x3A)
    guard length <= (isShort ? 32 : 128) else { return nil }
    self.address = address
    self.length = isShort ? length + 96 : length
    hasPaddedLength = text[(slash + 1)...].count > 1 && text[slash + 1] == 0x30
    hasHostBits = self.length < 128 && address.value << UInt128(self.length) != 0
  }

  var hasLeadingZeros: Bool { address.hasLeadingZeros || hasPaddedLength }

  /// Whether every address of the other block is in this one, and this one is larger.
  func strictlyContains(_ other: AddressBlock) -> Bool {
    address.family == other.address.family && length < other.length
      && (length == 0 || (address.value ^ other.address.value) >> UInt128(128 - length) == 0)
  }
}

extension ObjectCheck {
  /// IsValidIPForLegacyField: from 1.36 on neither leading zeros nor mapped addresses are taken.
  @discardableResult
  mutating func address(_ field: Field) -> Address? {
    guard let address = Address(field.bytes) else {
      report(
        ObjectRules.addressFormat, at: field,
        "\(shown(field)); must be a valid IP address, such as 10.9.8.7 or 2001:db8::ffff")
      return nil
    }
    guard includes(since: 36) else { return address }
    if address.hasLeadingZeros {
      report(ObjectRules.addressFormat, at: field, "\(shown(field)); must not have leading 0s")
    } else if address.isMapped {
      report(
        ObjectRules.addressFormat, at: field,
        "\(shown(field)); must not be an IPv4-mapped IPv6 address")
    }
    return address
  }

  /// IsValidCIDRForLegacyField.
  @discardableResult
  mutating func block(
    _ field: Field, text: ArraySlice<UInt8>? = nil, isStrict: Bool = false
  ) -> AddressBlock? {
    guard let block = AddressBlock(text ?? field.bytes) else {
      report(
        ObjectRules.addressFormat, at: field,
        "\(shown(field)); must be a valid CIDR value, such as 10.9.8.0/24 or 2001:db8::/64")
      return nil
    }
    guard isStrict || includes(since: 36) else { return block }
    let fault: Message? =
      block.hasLeadingZeros
      ? "must not have leading 0s"
      : block.address.isMapped
        ? "must not be an IPv4-mapped IPv6 address"
        : block.hasHostBits ? "must not have bits set beyond the prefix length" : nil
    if let fault { report(ObjectRules.addressFormat, at: field, "\(shown(field)); \(fault)") }
    return block
  }

  /// ValidateEndpointIP (pkg/apis/core/validation): addresses that no other host could reach.
  mutating func endpointAddress(_ address: Address, _ field: Field) {
    let fault: Message? =
      address.isUnspecified
      ? "may not be unspecified"
      : address.isLoopback
        ? "may not be in the loopback range (127.0.0.0/8, ::1/128)"
        : address.isLinkLocal
          ? "may not be in the link-local range (169.254.0.0/16, fe80::/10)"
          : address.isLinkLocalMulticast
            ? "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)" : nil
    if let fault { report(ObjectRules.addressFormat, at: field, "\(shown(field)); \(fault)") }
  }
}
