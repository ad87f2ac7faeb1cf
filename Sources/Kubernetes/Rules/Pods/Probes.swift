import YAML

/// Probes and lifecycle hooks.
extension ObjectCheck {
  mutating func probes(_ container: Field, _ context: ContainerContext) {
    guard context.role != .initial else { return }
    let liveness = container.livenessProbe
    let startup = container.startupProbe
    let readiness = container.readinessProbe
    if liveness.exists { lasting(liveness, container) }
    if startup.exists { lasting(startup, container) }
    if readiness.exists {
      probe(readiness, container)
      gracePeriod(readiness)
      if readiness.terminationGracePeriodSeconds.exists {
        report(
          ObjectRules.probeNumber, at: readiness.terminationGracePeriodSeconds,
          "must not be set for readinessProbes")
      }
    }
    guard container.lifecycle.exists else { return }
    let grace = context.spec.terminationGracePeriodSeconds
    for hook in [container.lifecycle.postStart, container.lifecycle.preStop] where hook.exists {
      handler(hook, hook.sleep, "`exec`, `httpGet`, `tcpSocket` and `sleep`", container)
      guard hook.sleep.exists, let seconds = hook.sleep.seconds.integer else { continue }
      let period =
        grace.exists ? grace.integer ?? 0 : Default.terminationGracePeriodSeconds
      guard seconds < (includes(before: 33) ? 1 : 0) || seconds > period else { continue }
      report(
        ObjectRules.probeNumber, at: hook.sleep.seconds,
        "\(shown(hook.sleep.seconds)); must be non-negative and less than terminationGracePeriodSeconds (\(period))"
      )
    }
  }

  /// A liveness or startup probe succeeds at once.
  private mutating func lasting(_ field: Field, _ container: Field) {
    probe(field, container)
    let threshold = field.successThreshold
    if let number = threshold.integer, number > 1 || number < 0 {
      report(ObjectRules.probeNumber, at: threshold, "\(shown(threshold)); must be 1")
    }
    gracePeriod(field)
  }

  private mutating func gracePeriod(_ probe: Field) {
    let period = probe.terminationGracePeriodSeconds
    guard period.exists, let seconds = period.integer, seconds <= 0 else { return }
    report(ObjectRules.probeNumber, at: period, "\(shown(period)); must be greater than 0")
  }

  /// validateProbe (pkg/apis/core/validation).
  private mutating func probe(_ probe: Field, _ container: Field) {
    let grpc = probe.grpc
    handler(probe, grpc, "`exec`, `httpGet`, `tcpSocket` and `grpc`", container)
    if grpc.exists { port(grpc.port) }
    within(probe.initialDelaySeconds, 0...Int64.max, ObjectRules.probeNumber)
    within(probe.timeoutSeconds, 0...Int64.max, ObjectRules.probeNumber)
    within(probe.periodSeconds, 0...Int64.max, ObjectRules.probeNumber)
    within(probe.successThreshold, 0...Int64.max, ObjectRules.probeNumber)
    within(probe.failureThreshold, 0...Int64.max, ObjectRules.probeNumber)
  }

  private mutating func handler(
    _ parent: Field, _ fourth: Field, _ names: @autoclosure () -> Message, _ container: Field
  ) {
    let exec = parent.exec
    let http = parent.httpGet
    let socket = parent.tcpSocket
    exactlyOne(exec, http, socket, fourth, of: parent, ObjectRules.probeHandler, names())
    if exec.exists { required(exec.command) }
    if socket.exists {
      portOrName(socket.port)
      namedPort(socket.port, container)
    }
    guard http.exists else { return }
    portOrName(http.port)
    namedPort(http.port, container)
    oneOf(http.scheme, .schemes)
    for header in http.httpHeaders.elements {
      if required(header.name) { form(header.name, .httpHeader) }
    }
  }
}

extension Words {
  fileprivate static let schemes = Words("HTTP", "HTTPS")
}
