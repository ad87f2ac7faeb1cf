public import YAML

/// Services, Ingresses and network policies.
extension ObjectRules {
  public static let clusterAddress = Rule(
    "object/cluster-address", .error,
    "The addresses of a Service contradict each other",
    why: """
      The server refuses the Service: `first value must match clusterIP`, `'None' must be the \
      first and only value`, a family that is not the address's.
      """,
    remedy: "Leave the addresses out, or let them agree.",
    bad: Example.spec(
      "v1", "Service",
      """
      type: NodePort
      clusterIP: None
      ports:
        - port: 80
      """),
    good: Example.spec(
      "v1", "Service",
      """
      clusterIP: None
      ports:
        - port: 80
      """),
    source: "pkg/apis/core/validation ValidateServiceClusterIPsRelatedFields")

  public static let nodePortRange = Rule(
    "object/node-port-range", .warning,
    "A node port lies outside of the range that servers give out",
    why: """
      The server refuses the Service: `provided port is not in the valid range. The range of valid \
      ports is 30000-32767`. A cluster can be started with another range.
      """,
    remedy: "Use a port of the range, or leave nodePort out.",
    bad: Example.spec(
      "v1", "Service",
      """
      type: NodePort
      ports:
        - port: 80
          nodePort: 8080
      """),
    good: Example.spec(
      "v1", "Service",
      """
      type: NodePort
      ports:
        - port: 80
          nodePort: 30080
      """),
    source: "pkg/registry/core/service/portallocator")

  public static let trafficPolicy = Rule(
    "object/traffic-policy", .error,
    "A traffic policy is set where it has no effect",
    why: "The server refuses the Service: `may only be set for externally-accessible services`.",
    remedy: "Take the field out, or use type NodePort or LoadBalancer.",
    bad: Example.spec(
      "v1", "Service",
      """
      externalTrafficPolicy: Local
      ports:
        - port: 80
      """),
    good: Example.spec(
      "v1", "Service",
      """
      type: NodePort
      externalTrafficPolicy: Local
      ports:
        - port: 80
      """),
    source: "pkg/apis/core/validation validateServiceExternalTrafficPolicy")

  public static let ingressHost = Rule(
    "object/ingress-host", .error,
    "The host of an Ingress is no host name",
    why: """
      The server refuses the Ingress: `must be a DNS name, not an IP address`, or a host with \
      capitals, a port or a path.
      """,
    remedy: "Write a host name alone, optionally behind `*.`.",
    bad: Example.spec(
      "networking.k8s.io/v1", "Ingress",
      """
      rules:
        - host: https://example.com
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "Ingress",
      """
      rules:
        - host: example.com
      """),
    source: "pkg/apis/networking/validation validateIngressRules")

  public static let ingressPath = Rule(
    "object/ingress-path", .error,
    "A path of an Ingress lacks its type or is not absolute",
    why: """
      The server refuses the Ingress: `pathType must be specified`, `must be an absolute path`.
      """,
    remedy: "Write pathType, and a path that begins with /.",
    bad: Example.spec(
      "networking.k8s.io/v1", "Ingress",
      """
      rules:
        - http:
            paths:
              - path: web
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "Ingress",
      """
      rules:
        - http:
            paths:
              - path: /web
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
      """),
    source: "pkg/apis/networking/validation validateHTTPIngressPath")

  public static let ingressBackend = Rule(
    "object/ingress-backend", .error,
    "An Ingress leads nowhere, or to two places",
    why: """
      The server refuses the Ingress: `either defaultBackend or rules must be specified`, `port \
      name or number is required`.
      """,
    remedy: "Name a service and its port.",
    bad: Example.spec(
      "networking.k8s.io/v1", "Ingress",
      """
      defaultBackend:
        service:
          name: web
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "Ingress",
      """
      defaultBackend:
        service:
          name: web
          port:
            number: 80
      """),
    source: "pkg/apis/networking/validation validateIngressBackend")

  public static let ingressClass = Rule(
    "object/ingress-class", .error,
    "Annotation and field name different classes",
    why: """
      The server refuses the Ingress: `must match ingressClassName when both are specified`; up to \
      1.26 both together are refused in any case.
      """,
    remedy: "Take the annotation kubernetes.io/ingress.class out.",
    bad: """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          kubernetes.io/ingress.class: nginx
      spec:
        ingressClassName: traefik
        rules:
          - host: example.com

      """,
    good: """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: traefik
        rules:
          - host: example.com

      """,
    source: "pkg/apis/networking/validation ValidateIngressCreate")

  public static let networkPeer = Rule(
    "object/network-peer", .error,
    "A peer or port of a network policy cannot be applied",
    why: """
      The server refuses the policy: `must specify a peer`, `may not specify both ipBlock and \
      another peer`, `must be a strict subset of cidr`, an endPort without a numeric port.
      """,
    remedy: "Give each peer either an ipBlock or selectors.",
    bad: Example.spec(
      "networking.k8s.io/v1", "NetworkPolicy",
      """
      podSelector: {}
      ingress:
        - from:
            - podSelector: {}
              ipBlock:
                cidr: 10.0.0.0/8
      """),
    good: Example.spec(
      "networking.k8s.io/v1", "NetworkPolicy",
      """
      podSelector: {}
      ingress:
        - from:
            - podSelector: {}
            - ipBlock:
                cidr: 10.0.0.0/8
      """),
    source: "pkg/apis/networking/validation ValidateNetworkPolicyPeer")
}
