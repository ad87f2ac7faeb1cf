@testable import Kubernetes
@testable import ManifestLint

extension Target {
  /// CEL.
  static let expression = Target(
    name: "expression",
    seeds: {
      [
        "object.spec.replicas <= 5 && has(object.metadata.labels)",
        "self.l.all(c, c.n in [1, 2u] || c.s.matches('^a')) ? -1.5e3 : b'a\\x41'",
        "{'a': [1, r\"\\d\"]}.a[0] == 1 // c", "Object{spec: Object.spec{replicas: 1}}",
        "[JSONPatch{op: 'add', path: '/x', value: \"\"\"a\"\"\"}]",
        "!!(self.?x.orValue(1) != null)",
      ].map { Array($0.utf8) }
    }
  ) { input in
    let variables: [String: CELType] = [
      "object": .dyn, "self": .object(["x": .int, "s": .string, "l": .list(.object(["n": .int]))]),
    ]
    do throws(CELFault) {
      _ = try CELChecker(variables: variables).check(CELParser.parse(input[...]))
    } catch {
      require(error.offset >= 0 && error.offset <= input.count && !error.message.isEmpty)
    }
  }

  /// A pattern and a text, separated by NUL. The steps are linear in the text.
  static let regularExpression = Target(
    name: "regular-expression",
    seeds: {
      [
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$\0abc-d", "(a|b)*?c{2,5}|\\d+\\pL\\x{1F600}\0aabcc",
        "(?i:a(?P<n>b))[^\\w\\]]+\\b\\z\0AB.", "((((a*)*)*)*)*b\0aaaaaaaaaaaaaaaa",
        "\\Qa.b\\E$|.\0",
        "[[:alpha:]\\D]{0,1000}\0xyz",
      ].map { Array($0.utf8) }
    }
  ) { input in
    let fields = parts(input, 2)
    let pattern = String(decoding: fields[0], as: UTF8.self)
    guard let expression = RegularExpression(pattern) else { return }
    require(RegularExpression.fault(in: pattern) == nil, "compiles and has a fault")
    var steps = 0
    let verdict = expression.matches(fields[1][...], steps: &steps)
    let most = 4 * (RegularExpression.maximumInstructions + 2) * (fields[1].count + 2)
    require(steps <= most, "\(steps) steps for \(fields[1].count) bytes")
    require(verdict != nil || steps >= RegularExpression.maximumSteps)
  }
}
