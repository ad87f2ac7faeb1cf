import GitAccess
import Kubernetes
import ManifestLint
import YAML

extension Invocation {
  /// The definitions that `--crd` names.
  func customDefinitions() throws -> CustomDefinitions {
    var definitions = CustomDefinitions()
    for path in arguments.all(.crd) {
      let view = try DiskView(
        [environment.absolute(path)], suffixes: [".yaml", ".yml", ".json"], standardInputPath: [])
      var count = 0
      for entry in 0..<view.listing.count {
        let verdict = checkManifests(
          readYAML(try view.read(entry: entry), as: .manifests(.v0_34)))
        for definition in verdict.definitions { definitions.add(definition) }
        count += verdict.definitions.count
      }
      guard count > 0 else {
        throw UsageError("--crd '\(printable(path))' holds no CustomResourceDefinition")
      }
    }
    return definitions
  }

  typealias ExternalDefinition =
    @Sendable (String, String) throws(RepositoryError) -> CustomDefinition?

  /// Reads the schema files that `--schema-location` names; nil when it names none.
  ///
  /// - Parameters:
  ///   - version: for the templates, `1.36.0` or `master`.
  ///   - strictness: which of the folders of strict and of other schemas are looked into, in turn.
  func externalDefinition(
    version: String, strictness: [Bool] = [true, false]
  ) throws(UsageError) -> ExternalDefinition? {
    var locations: [SchemaLocation] = []
    for text in arguments.all(.schemaLocation) where !SchemaLocation.isDefault(text) {
      locations.append(try SchemaLocation(text))
    }
    guard !locations.isEmpty else { return nil }
    let environment = environment
    return { [locations] apiVersion, kind throws(RepositoryError) in
      for location in locations {
        for isStrict in strictness {
          guard
            let path = location.path(
              apiVersion: apiVersion, kind: kind, version: version, strict: isStrict
            ).map(environment.absolute), Files.exists(path)
          else { continue }
          let source: [UInt8]
          do throws(CheckFailure) { source = try Files.read(path, limit: 64 << 20) } catch {
            throw RepositoryError(error.message)
          }
          guard let found = CustomDefinition(schema: source, apiVersion: apiVersion, kind: kind)
          else {
            throw RepositoryError("'\(printable(path))' holds no JSON schema")
          }
          return found
        }
      }
      return nil
    }
  }
}
