import Foundation
import Testing
import YAML

@testable import Kubernetes

/// Objects of every kind made at random from the catalogue. `MANIFEST_LINT_SEED` and
/// `MANIFEST_LINT_ROUNDS` ask for others and for more; `scripts/random-objects` runs long.
@Suite struct RandomObjectTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let seed = environment["MANIFEST_LINT_SEED"].flatMap { UInt64($0) } ?? 2_718_281_828
  static let rounds = environment["MANIFEST_LINT_ROUNDS"].flatMap { Int($0) } ?? 4

  static let versions = ["1.25", "1.30", "1.36", "1.29..1.34"]

  /// Kinds that each release of the set stores.
  static func kinds(in versions: VersionSet) -> [Catalogue.Kind] {
    Catalogue.allKinds.filter { kind in
      guard kind.role == .resource, kind.definition != nil, let on = kind.onByDefault,
        versions.isWithin(kind.servedSince, kind.servedUntil)
      else { return false }
      let life = Catalogue.lifecycle(apiVersion: kind.apiVersion, kind: kind.kind)
      return versions.isWithin(on.lowerBound, on.upperBound)
        && (life?.removedIn).map { versions.newest.minor < $0 } ?? true
    }
  }

  private func diagnostics(_ text: String, _ versions: VersionSet) -> [Diagnostic] {
    checkManifests(
      readYAML(Array(text.utf8), as: .manifests(.v0_34)), options: CheckOptions(versions: versions)
    ).diagnostics
  }

  private func described(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.rule.id) \($0.pointer ?? "-") \($0.message.text)" }
  }

  @Test(arguments: versions)
  func `what the catalogue allows is read, and one break is one error at its place`(
    text: String
  ) throws {
    let versions = try #require(VersionSet(text))
    let kinds = Self.kinds(in: versions)
    #expect(kinds.count > 45)
    var breaks: [String: Int] = [:]
    for round in 0..<Self.rounds {
      for (number, kind) in kinds.enumerated() {
        let seed = Self.seed &+ UInt64(round) &* 1_000_003 &+ UInt64(number)
        var object = RandomObject(kind, versions: versions, random: SeededRandom(state: seed))
        let yaml = "---" + object.value.yaml()
        let name = "\(kind.apiVersion) \(kind.kind), \(text), seed \(Self.seed), round \(round)"
        let found = diagnostics(yaml, versions)
        // A value that the decoder takes may still mean nothing: that is what object rules say, and
        // each of them must lead to something that is there.
        let errors = found.filter { $0.severity == .error && $0.rule.category != "object" }
        #expect(errors.isEmpty, "\(name)\n\(described(errors))\n\(yaml)")
        for finding in found { expectPlace(of: finding, in: object, name) }
        let json = object.value.json
        #expect(
          described(diagnostics(json, versions)).filter { !$0.hasPrefix("yaml/") }.sorted()
            == described(found).filter { !$0.hasPrefix("yaml/") }.sorted(), "\(name)\n\(json)")
        guard let wrong = object.broken() else { continue }
        breaks[wrong.rule, default: 0] += 1
        let broken = "---" + wrong.value.yaml()
        let told = diagnostics(broken, versions).filter { $0.severity == .error }
        let isOne =
          told.count == 1 && told[0].rule.id == wrong.rule
          && (told[0].pointer ?? "") == wrong.pointer
        #expect(
          isOne,
          "\(name): \(wrong.what) at \(wrong.pointer)\n\(wrong.rule) expected, found \(described(told))\n\(broken)"
        )
      }
    }
    // Each kind of break must come up for this to mean anything.
    #expect(breaks.count >= 5, "\(breaks)")
  }

  /// What an object rule says is about a value that is there, or about a field that the catalogue
  /// knows and that is missing.
  private func expectPlace(
    of finding: Diagnostic, in object: RandomObject, _ name: String
  ) {
    guard let pointer = finding.pointer, finding.rule.category == "object" else { return }
    let path = pointer.split(separator: "/").map {
      $0.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
    }
    #expect(
      object.value.at(path[...]) != nil || object.knows(path), "\(name): \(described([finding]))")
  }
}

extension RandomObject {
  /// Whether the catalogue has a field at the end of a path.
  fileprivate func knows(_ path: [String]) -> Bool {
    guard var definition = kind.definition else { return false }
    var rest = path[...]
    while let name = rest.popFirst() {
      guard let field = definition.field(Array(name.utf8)[...], in: versions) else { return false }
      switch field.container {
      case .one: break
      case .list, .map: rest = rest.dropFirst()
      case .mapOfLists: rest = rest.dropFirst(2)
      }
      // Below a value of no fixed type nothing can be said.
      guard let target = field.target else { return true }
      definition = target
    }
    return true
  }
}
