import Testing
import YAML

@testable import Kubernetes

@Suite struct SchemaQueryTests {
  @Test(arguments: [
    ("Deployment", "apps/v1 Deployment"), ("deployments", "apps/v1 Deployment"),
    ("apps/v1/Deployment", "apps/v1 Deployment"), ("apps/v1 deployment", "apps/v1 Deployment"),
    ("ingress", "networking.k8s.io/v1 Ingress"), ("v1/pod", "v1 Pod"),
    ("horizontalpodautoscaler", "autoscaling/v1 HorizontalPodAutoscaler"),
    ("autoscaling/v2/HorizontalPodAutoscaler", "autoscaling/v2 HorizontalPodAutoscaler"),
    ("cronjob", "batch/v1 CronJob"), ("event", "v1 Event"),
    ("networking.k8s.io/v1/Ingress.spec", "networking.k8s.io/v1 Ingress"),
  ])
  func `a kind is found by its names`(question: String, kind: String) throws {
    let answer = try Catalogue.describe(question)
    #expect("\(answer.kind.apiVersion) \(answer.kind.kind)" == kind)
  }

  @Test func `a path leads to a field and what is in it`() throws {
    let answer = try Catalogue.describe("deployment.spec.strategy")
    #expect(answer.path == ["spec", "strategy"])
    #expect(answer.field?.type == "DeploymentStrategy")
    #expect(answer.fields.map(\.name) == ["rollingUpdate", "type"])
    #expect(answer.fields[1].defaultValue == "RollingUpdate")
    let ports = try Catalogue.describe("pod.spec.containers[].ports")
    #expect(ports.field?.listKeys == ["containerPort", "protocol"])
    let resources = try Catalogue.describe("pod.spec.resources")
    #expect(resources.field?.since.description == "1.32")
    let labels = try Catalogue.describe("pod.metadata.labels")
    #expect(labels.field?.type == "map[string]string")
    #expect(labels.fields.isEmpty)
  }

  @Test(arguments: [
    ("deploymnt", "did you mean 'deployment'?"),
    ("pod.spec.contaners", "did you mean 'containers'?"),
    ("pod.metadata.name.first", "has no fields"), ("", "no kind"), (".", "no kind"),
    ("apps/v9/Deployment", "no built-in kind"),
  ])
  func `a question without an answer is told why`(question: String, words: String) {
    let failure = #expect(throws: SchemaQueryFailure.self) { try Catalogue.describe(question) }
    #expect(failure?.message.text.contains(words) == true, "\(failure?.message.text ?? "")")
  }

  @Test func `a field that a release does not have yet is not there`() throws {
    let old = try #require(VersionSet("1.31"))
    #expect(throws: SchemaQueryFailure.self) {
      try Catalogue.describe("pod.spec.resources", in: old)
    }
    #expect(
      !(try Catalogue.describe("pod.spec", in: old)).fields.contains { $0.name == "resources" })
  }

  private func changes(_ old: UInt8, _ new: UInt8, _ question: String? = nil) throws -> [String] {
    try Catalogue.changes(from: .init(minor: old), to: .init(minor: new), of: question).map {
      "\($0.version) \($0.event.rawValue) \($0.subject)"
    }
  }

  @Test func `what changes between releases is told once, with its release`() throws {
    let pod = try changes(29, 34, "pod")
    #expect(pod.contains("1.32 added spec.resources"))
    #expect(pod.contains("1.31 removed spec.resourceClaims.source"))
    #expect(!pod.contains("1.31 removed spec.resourceClaims.source.resourceClaimName"))
    #expect(!pod.contains { $0.hasPrefix("1.29") || $0.hasPrefix("1.35") })
    #expect(pod.count == Set(pod).count)
  }

  @Test func `a field that becomes another type is a change`() throws {
    let claim = try Catalogue.changes(
      from: .init(minor: 28), to: .init(minor: 29), of: "PersistentVolumeClaim")
    let change = try #require(claim.first { $0.event == .changed })
    #expect(change.subject == "spec.resources")
    #expect(change.detail == "ResourceRequirements, now VolumeResourceRequirements")
  }

  @Test func `without a kind all are compared, each definition once`() throws {
    let all = try Catalogue.changes(from: .init(minor: 31), to: .init(minor: 32))
    let field = try #require(all.first { $0.subject == "PodSpec.resources" })
    #expect(field.kinds.contains("Deployment") && field.kinds.contains("Pod"))
    #expect(
      all.contains {
        $0.event == .removed && $0.subject == "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema"
      })
    let same = try Catalogue.changes(from: .init(minor: 31), to: .init(minor: 32))
    #expect(all.map(\.subject) == same.map(\.subject))
  }

  @Test func `every default that is told is one of a field that there is`() {
    var known: Set<String> = []
    for number in 0..<CatalogueData.definitionsCount {
      let definition = Definition(number: number)
      for field in definition.fields {
        known.insert("\(definition.name).\(FieldRecord(number: field).name.text)")
      }
    }
    #expect(Catalogue.fieldDefaults.keys.filter { !known.contains($0) }.sorted() == [])
  }
}
