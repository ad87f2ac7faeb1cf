import YAML

extension KindRules {
  /// ValidateCertificateSigningRequestCreate (pkg/apis/certificates/validation).
  static let certificateSigningRequest = KindRules(
    "certificates.k8s.io", "CertificateSigningRequest", MetadataForm(name: .pathSegment)
  ) { object, check in
    let spec = object.spec
    check.certificateRequest(spec.request)
    check.required(spec.usages)
    check.unique(spec.usages.elements, "usage")
    check.eachOneOf(spec.usages, .certificateUsages)
    if check.required(spec.signerName) {
      if spec.signerName.equals("kubernetes.io/legacy-unknown") {
        check.report(
          ObjectRules.certificateRequest, at: spec.signerName,
          "is kubernetes.io/legacy-unknown, which may not be used by requests")
      }
      check.signerName(spec.signerName)
    }
    let seconds = spec.expirationSeconds
    if seconds.exists, let number = seconds.integer, number < 600 {
      check.report(
        ObjectRules.numberRange, at: seconds,
        "\(check.shown(seconds)); may not specify a duration less than 600 seconds (10 minutes)")
    }
  }
}

extension ObjectCheck {
  /// ValidateSignerName: a domain of at least two labels, and a path of labels joined by dots.
  mutating func signerName(_ field: Field) {
    let parts = field.bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    let domain = parts.first?.split(separator: 0x2E, omittingEmptySubsequences: false) ?? []
    let path = parts.last?.split(separator: 0x2E, omittingEmptySubsequences: false) ?? []
    let isGood =
      parts.count == 2 && domain.count >= 2 && field.bytes.count <= 571
      && (domain + path).allSatisfy(NameForm.label.accepts)
    guard !isGood else { return }
    report(
      ObjectRules.certificateRequest, at: field,
      "\(shown(field)); must be a fully qualified domain and path of the form 'example.com/signer-name'"
    )
  }

  /// The outer shape of a request; its signature is not verified.
  fileprivate mutating func certificateRequest(_ field: Field) {
    guard let pem = Base64.decode(field.bytes) else { return }
    let label = PEM.firstLabel(in: pem[...])
    guard let label, Bytes.equal(label, "CERTIFICATE REQUEST") else {
      report(
        ObjectRules.certificateRequest, at: field,
        "holds no PEM block of type CERTIFICATE REQUEST")
      return
    }
    guard let body = PEM.firstBody(in: pem[...]), DER.isSequence(body[...]) else {
      report(
        ObjectRules.certificateRequest, at: field,
        "holds a PEM block that is no PKCS#10 certificate request")
      return
    }
  }
}

extension Words {
  static let certificateUsages = Words(
    "any", "cert sign", "client auth", "code signing", "content commitment", "crl sign",
    "data encipherment", "decipher only", "digital signature", "email protection", "encipher only",
    "ipsec end system", "ipsec tunnel", "ipsec user", "key agreement", "key encipherment",
    "microsoft sgc", "netscape sgc", "ocsp signing", "s/mime", "server auth", "signing",
    "timestamping")
}

/// Blocks of text with base64 inside.
enum PEM {
  static func firstLabel(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for line in text.split(separator: 0x0A) {
      let line = Bytes.trimmed(line)
      if Bytes.hasPrefix(line, "-----BEGIN "), Bytes.hasSuffix(line, "-----"), line.count >= 16 {
        return line.dropFirst("-----BEGIN ".utf8.count).dropLast(5)
      }
    }
    return nil
  }

  /// Nil when the block has no end or is no base64.
  static func firstBody(in text: ArraySlice<UInt8>) -> [UInt8]? {
    var body: [UInt8]?
    for line in text.split(separator: 0x0A) {
      let line = Bytes.trimmed(line)
      if Bytes.hasPrefix(line, "-----BEGIN ") {
        body = []
      } else if Bytes.hasPrefix(line, "-----END ") {
        return body.flatMap { Base64.decode($0[...]) }
      } else if !line.contains(0x3A) {
        body?.append(contentsOf: line)
      }
    }
    return nil
  }
}

/// The outermost structure of encoded certificates.
enum DER {
  /// Whether the bytes are one sequence of exactly their length.
  static func isSequence(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == 0x30, bytes.count >= 2 else { return false }
    let head = bytes[bytes.startIndex + 1]
    guard head & 0x80 != 0 else { return bytes.count == 2 + Int(head) }
    let digits = Int(head & 0x7F)
    guard (1...4).contains(digits), bytes.count >= 2 + digits else { return false }
    let length = bytes.dropFirst(2).prefix(digits).reduce(0) { $0 << 8 | Int($1) }
    return bytes.count == 2 + digits + length
  }
}
