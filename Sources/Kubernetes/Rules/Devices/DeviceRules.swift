public import YAML

/// Dynamic resources.
extension ObjectRules {
  public static let deviceRequest = Rule(
    "object/device-request", .error,
    "A request for devices cannot be satisfied as it is written",
    why: """
      The server refuses the claim: `exactly one of exactly or firstAvailable is required`, a \
      count with All, a request that the claim does not have.
      """,
    remedy: "Correct the request as the message says.",
    bad: Example.spec(
      "resource.k8s.io/v1", "ResourceClaim",
      """
      devices:
        requests:
          - name: gpu
      """),
    good: Example.spec(
      "resource.k8s.io/v1", "ResourceClaim",
      """
      devices:
        requests:
          - name: gpu
            exactly:
              deviceClassName: gpu.example.com
      """),
    source: "pkg/apis/resource/validation validateDeviceRequest")
}
