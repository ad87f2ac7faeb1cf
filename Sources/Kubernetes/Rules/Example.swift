/// Manifests around the few lines that a rule's example is about.
enum Example {
  /// A Pod whose one container has these fields too.
  static func container(_ fields: String) -> String {
    pod("containers:\n  - name: web\n    image: nginx:1.27\n" + indented(fields, by: 4))
  }

  /// A Pod with this specification.
  static func pod(_ spec: String) -> String { self.spec("v1", "Pod", spec) }

  static func spec(_ apiVersion: String, _ kind: String, _ spec: String) -> String {
    object(apiVersion, kind, "spec:\n" + indented(spec, by: 2))
  }

  static func object(_ apiVersion: String, _ kind: String, _ fields: String) -> String {
    "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata:\n  name: web\n\(fields)\n"
  }

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }
      .joined(separator: "\n")
  }
}
