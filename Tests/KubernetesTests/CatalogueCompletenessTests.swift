import Foundation
import Testing
import YAML

@testable import Kubernetes

/// The catalogue against the tables that it was made from, where they are at hand.
@Suite struct CatalogueCompletenessTests {
  static let folder = ApiserverAgreementTests.folder?.deletingLastPathComponent()

  private func rows(_ name: String) throws -> [[String]] {
    let folder = try #require(Self.folder)
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { $0.components(separatedBy: "\t") }
  }

  private func minors(_ text: String) throws -> ClosedRange<UInt8>? {
    guard text != "-" else { return nil }
    let ends = try text.split(separator: "-").map {
      try #require(KubernetesVersion($0)).minor
    }
    return ends[0]...ends[ends.count - 1]
  }

  @Test(.enabled(if: folder != nil))
  func `every kind is there with scope, plural and releases, and none besides`() throws {
    let rows = try rows("kinds.tsv")
    for row in rows {
      let apiVersion = row[0].isEmpty ? row[1] : "\(row[0])/\(row[1])"
      let kind = try #require(Catalogue.kind(apiVersion: apiVersion, kind: row[2]), "\(row)")
      #expect(kind.plural == row[3] || row[3] == "-", "\(row)")
      #expect(kind.isNamespaced == (row[4] == "-" ? nil : row[4] == "true"), "\(row)")
      #expect(kind.servedSince...kind.servedUntil == (try minors(row[5])), "\(row)")
      #expect(kind.onByDefault == (try minors(row[6])), "\(row)")
    }
    #expect(rows.count == CatalogueData.kindsCount)
  }

  @Test(.enabled(if: folder != nil))
  func `every deprecation is there with its releases and replacement`() throws {
    let rows = try rows("deprecated-apis.tsv")
    for row in rows {
      let life = try #require(Catalogue.lifecycle(apiVersion: row[0], kind: row[1]), "\(row)")
      #expect(life.deprecatedIn == KubernetesVersion(row[2])?.minor, "\(row)")
      #expect(life.removedIn == KubernetesVersion(row[3])?.minor, "\(row)")
      let replacement = ["none", "none yet", "-"].contains(row[4]) ? "" : row[4]
      #expect(life.replacement == replacement, "\(row)")
    }
    #expect(Set(rows.map { $0[0] + $0[1] }).count == CatalogueData.lifecyclesCount)
  }

  /// What the verdict on an object of a kind must be in each release, by the tables alone.
  @Test(.enabled(if: folder != nil))
  func `every kind is taken in the releases that serve it and in no other`() throws {
    for row in try rows("kinds.tsv") where row[7] == "resource" {
      let apiVersion = row[0].isEmpty ? row[1] : "\(row[0])/\(row[1])"
      guard let on = try minors(row[6]), row[2] != "ComponentStatus" else { continue }
      let object = "apiVersion: \(apiVersion)\nkind: \(row[2])\nmetadata: {name: a}\n"
      for minor in KubernetesVersion.oldest.minor...KubernetesVersion.newest.minor {
        let options = CheckOptions(versions: VersionSet(KubernetesVersion(minor: minor)))
        let verdict = checkManifests(
          readYAML(Array(object.utf8), as: .manifests(.v0_34)), options: options)
        let isServed = verdict.objects.first?.notChecked != .notServed
        #expect(isServed == on.contains(minor), "\(apiVersion) \(row[2]) in 1.\(minor)")
      }
    }
  }

  @Test(.enabled(if: folder != nil))
  func `an API that was removed or is deprecated is said so, with what replaces it`() throws {
    for row in try rows("deprecated-apis.tsv") {
      let object = "apiVersion: \(row[0])\nkind: \(row[1])\nmetadata: {name: a}\n"
      let verdict = checkManifests(
        readYAML(Array(object.utf8), as: .manifests(.v0_34)),
        options: CheckOptions(versions: .newest))
      let removed = KubernetesVersion(row[3]).map { $0 <= .newest } ?? false
      if removed {
        let finding = try #require(
          verdict.diagnostics.first { $0.rule == ManifestRules.removedAPI }, "\(row)")
        #expect(finding.message.text.contains("from \(row[3]) on"), "\(row)")
        if !["none", "none yet", "-"].contains(row[4]) {
          #expect(finding.message.text.contains(row[4]), "\(row)")
        }
      } else if verdict.objects.first?.notChecked == nil, row[2] != "-" {
        #expect(verdict.diagnostics.contains { $0.rule == ManifestRules.deprecatedAPI }, "\(row)")
      }
    }
  }

  @Test func `the catalogue is smaller than 200 KB`() {
    let tables = [
      CatalogueData.nameText, CatalogueData.nameStarts, CatalogueData.definitionText,
      CatalogueData.definitions, CatalogueData.fields, CatalogueData.keySets,
      CatalogueData.kindText, CatalogueData.kinds, CatalogueData.lifecycleText,
      CatalogueData.lifecycles,
    ]
    let bytes = tables.reduce(0) { $0 + $1.utf8CodeUnitCount }
    #expect(bytes < 200_000)
    #expect(bytes > 50_000)
  }

  @Test func `no two kinds are taken for one by the hash of their names`() {
    var names: [UInt32: String] = [:]
    for kind in Catalogue.allKinds {
      let hash = kind.hashOfNames.value
      #expect(hash == Catalogue.Kind.hash(group: String(kind.group), kind: kind.kind).value)
      let name = "\(kind.group)/\(kind.kind)"
      #expect(names.updateValue(name, forKey: hash) ?? name == name)
    }
    for rules in KindRules.all {
      let hash = Catalogue.Kind.hash(group: rules.group, kind: rules.kind).value
      #expect(names[hash] == "\(rules.group)/\(rules.kind)")
    }
  }

  @Test func `the packed tables hold together`() {
    var names: [ArraySlice<UInt8>] = []
    for number in 0..<CatalogueData.namesCount {
      names.append(Array(FieldName(number).text.utf8)[...])
      #expect(Catalogue.name(names[number])?.number == UInt16(number))
    }
    var fields = 0
    for number in 0..<CatalogueData.definitionsCount {
      let definition = Definition(number: number)
      #expect(definition.fields.lowerBound == fields)
      fields = definition.fields.upperBound
      var before: FieldRecord?
      for record in definition.fields.map(FieldRecord.init(number:)) {
        #expect(record.since <= record.until)
        #expect((record.kind == .object) == (record.target != nil))
        #expect((record.relation == .map) == !record.keys.isEmpty)
        if let before, before.name == record.name {
          #expect(before.until < record.since, "\(definition.name).\(record.name.text)")
        } else if let before {
          #expect(before.name < record.name)
        }
        before = record
        let name = Array(record.name.text.utf8)[...]
        let release = VersionSet(KubernetesVersion(minor: record.since))
        #expect(definition.field(name, in: release)?.number == record.number)
      }
      let own = Set(definition.fields.map { FieldRecord(number: $0).name.number })
      for name in names.indices where !own.contains(UInt16(name)) {
        if definition.field(names[name], in: .newest) != nil {
          Issue.record("\(definition.name) has no \(FieldName(name).text)")
        }
      }
    }
    #expect(fields == CatalogueData.fieldsCount)
    for stranger in ["", "$re", "metadat", "metadatas", "containers\0", "zzzzzzzzzzzzzzzzzzz"] {
      #expect(Catalogue.name(Array(stranger.utf8)[...]) == nil, "\(stranger)")
    }
  }
}
