public import YAML

/// Ports.
extension ObjectRules {
  public static let portRange = Rule(
    "object/port-range", .error,
    "A port number is out of range",
    why: "The server refuses it: must be between 1 and 65535, inclusive.",
    remedy: "Use a port from 1 to 65535.",
    bad: Example.container(
      """
      ports:
        - containerPort: 70000
      """),
    good: Example.container(
      """
      ports:
        - containerPort: 8080
      """),
    source: "pkg/apis/core/validation validateContainerPorts")

  public static let portName = Rule(
    "object/port-name", .error,
    "The name of a port has a form that is not allowed",
    why: """
      The server refuses the object: `must be no more than 15 characters`, `must contain at least \
      one letter (a-z)` and the like. A number in quotes is a name.
      """,
    remedy: "Use at most 15 of a-z, 0-9 and '-', with a letter; write numbers without quotes.",
    bad: Example.container(
      """
      ports:
        - name: prometheus-metrics
          containerPort: 9090
      """),
    good: Example.container(
      """
      ports:
        - name: metrics
          containerPort: 9090
      """),
    source: "apimachinery/pkg/util/validation IsValidPortName")
}
