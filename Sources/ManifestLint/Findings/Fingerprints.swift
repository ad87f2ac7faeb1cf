import Kubernetes
import YAML

extension Report {
  /// Gives every finding an identity by which two runs are compared (GitLab's merge request
  /// widget, baselines): 32 hexadecimal digits, unique within the report.
  ///
  /// It hashes what stays when lines move: rule, path, the place in the document (pointer and
  /// object, or else the text of the line) and the message without its values. Findings equal in
  /// all of these are told apart by their order in the file. Call it on sorted findings.
  public mutating func assignFingerprints() {
    // The first half of each digest separates equal findings: eight bytes an entry, not a string.
    var seen: [UInt64: Int] = [:]
    seen.reserveCapacity(findings.count)
    for index in findings.indices {
      let material = identityMaterial(of: findings[index])
      var digest = sha256(material)
      let key = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let ordinal = seen[key, default: 0]
      seen[key] = ordinal + 1
      if ordinal > 0 { digest = sha256(material + Array("\(ordinal)".utf8)) }
      findings[index].fingerprint = hexadecimal(digest.prefix(16))
    }
  }
}

/// Changing what goes in here changes every fingerprint: then the version changes too, so that
/// SARIF's `manifestLint/v1` and baselines tell that they speak of something else.
public let fingerprintVersion = 1

private func identityMaterial(of finding: Finding) -> [UInt8] {
  var material: [UInt8] = []
  func add(_ bytes: some Sequence<UInt8>) {
    material.append(contentsOf: bytes)
    material.append(0)
  }
  add("\(fingerprintVersion)".utf8)
  add(finding.rule.id.utf8)
  add(finding.path)
  add(finding.message.template.utf8)
  if let object = finding.object {
    add("object".utf8)
    add(object.apiVersion.utf8)
    add(object.kind.utf8)
    add((object.namespace ?? "").utf8)
    add(object.name.utf8)
  }
  if let pointer = finding.pointer {
    add("pointer".utf8)
    add(pointer.utf8)
  }
  if finding.object == nil, finding.pointer == nil, let line = finding.sourceLine {
    add("line".utf8)
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = line.firstIndex { !blank($0) } ?? line.endIndex
    let end = (line.lastIndex { !blank($0) } ?? start - 1) + 1
    add(line[start..<max(start, end)])
  }
  return material
}
