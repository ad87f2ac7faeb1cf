/// What the server fills in before it validates, as far as a verdict depends on it
/// (`SetDefaults_…` in pkg/apis/*/v*/defaults.go).
///
/// Enumerated texts need no entry: an empty one is passed over, because its default is allowed.
enum Default {
  static let protocolName = Array("TCP".utf8)[...]

  // MARK: Pods

  static let terminationGracePeriodSeconds: Int64 = 30

  // MARK: Workloads

  static let progressDeadlineSeconds: Int64 = 600
  /// A Deployment's `maxUnavailable` and `maxSurge`, in percent.
  static let rollingUpdatePercent: Int64 = 25
  static let daemonSetMaxUnavailable: Int64 = 1
  static let daemonSetMaxSurge: Int64 = 0

  // MARK: Autoscaling

  static let minReplicas: Int64 = 1

  // MARK: Flow control

  static let matchingPrecedence: Int64 = 1000
  static let queues: Int64 = 64
  static let handSize: Int64 = 8
  static let queueLengthLimit: Int64 = 50
}
