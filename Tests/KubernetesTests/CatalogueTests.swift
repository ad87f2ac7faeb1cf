import Testing

@testable import Kubernetes

@Suite struct CatalogueTests {
  private func field(_ definition: Definition?, _ name: String, _ version: String) -> FieldRecord? {
    guard let versions = VersionSet(version) else { return nil }
    return definition?.field(Array(name.utf8)[...], in: versions)
  }

  @Test func `a kind is found by its api version and name, with scope and versions`() throws {
    let deployment = try #require(Catalogue.kind(apiVersion: "apps/v1", kind: "Deployment"))
    #expect(deployment.plural == "deployments")
    #expect(deployment.isNamespaced == true)
    #expect(deployment.onByDefault == 25...37)
    #expect(deployment.role == .resource)
    let namespace = try #require(Catalogue.kind(apiVersion: "v1", kind: "Namespace"))
    #expect(namespace.isNamespaced == false)
    #expect(Catalogue.kind(apiVersion: "apps/v1", kind: "deployment") == nil)
    #expect(Catalogue.kind(apiVersion: "v1", kind: "Deployment") == nil)
  }

  @Test func `fields know their type, target, list keys and versions`() throws {
    let pod = try #require(Catalogue.kind(apiVersion: "v1", kind: "Pod")?.definition)
    let spec = try #require(field(pod, "spec", "1.36"))
    #expect(spec.kind == .object)
    #expect(spec.target?.name == "PodSpec")
    let containers = try #require(field(spec.target, "containers", "1.36"))
    #expect(containers.container == .list)
    #expect(containers.relation == .map)
    #expect(containers.keys.map(\.text) == ["name"])
    let ports = try #require(field(containers.target, "ports", "1.36"))
    #expect(ports.keys.map(\.text) == ["containerPort", "protocol"])
    let resources = try #require(field(spec.target, "resources", "1.36"))
    #expect(resources.since == 32)
    #expect(field(spec.target, "Containers", "1.36") == nil)
  }

  @Test func `a field that changed its type has the type of the version asked for`() throws {
    let kind = Catalogue.kind(apiVersion: "v1", kind: "PersistentVolumeClaim")
    let spec = field(kind?.definition, "spec", "1.36")?.target
    #expect(field(spec, "resources", "1.28")?.target?.name == "ResourceRequirements")
    #expect(field(spec, "resources", "1.29")?.target?.name == "VolumeResourceRequirements")
  }

  @Test func `a removed API names its end and its replacement`() throws {
    let ingress = try #require(
      Catalogue.lifecycle(apiVersion: "extensions/v1beta1", kind: "Ingress"))
    #expect(ingress.removedIn == 22)
    #expect(ingress.replacement == "networking.k8s.io/v1 Ingress")
  }

  @Test func `versions are read alone, as list and as range`() {
    #expect(VersionSet("1.36")?.description == "1.36")
    #expect(VersionSet("1.29,1.31")?.description == "1.29,1.31")
    #expect(VersionSet("1.29..1.31")?.versions.map(\.minor) == [29, 30, 31])
    #expect(VersionSet("v1.30.4")?.description == "1.30")
    #expect(VersionSet("1.31..1.29") == nil)
    #expect(VersionSet("") == nil)
    #expect(VersionSet("2.1") == nil)
    #expect(VersionSet("1.99") == nil)
  }

  @Test func `a version beyond the catalogue is taken as the newest and said so`() {
    let set = VersionSet("1.60")
    #expect(set?.newest == .newest)
    #expect(set?.outsideCatalogue == [KubernetesVersion(minor: 60)])
  }
}
