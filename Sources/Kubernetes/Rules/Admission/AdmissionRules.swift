public import YAML

/// Webhooks, admission policies and expressions.
extension ObjectRules {
  public static let webhookClient = Rule(
    "object/webhook-client", .error,
    "It is not clear how a webhook is called",
    why: """
      The server refuses it: `exactly one of url or service is required`, `'https' is the only \
      allowed URL scheme`, `must include at least one of v1, v1beta1`.
      """,
    remedy: "Give an https URL or a service.",
    bad: Example.object(
      "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
      """
      webhooks:
        - name: check.example.com
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            url: http://example.com
      """),
    good: Example.object(
      "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
      """
      webhooks:
        - name: check.example.com
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            url: https://example.com
      """),
    source: "apiserver/pkg/util/webhook ValidateWebhookURL, ValidateWebhookService")

  public static let webhookSideEffects = Rule(
    "object/webhook-side-effects", .error,
    "A webhook has side effects that dry runs cannot bear",
    why: "The server refuses it: supported values are None and NoneOnDryRun.",
    remedy: "Write None or NoneOnDryRun, and let the webhook keep to it.",
    bad: Example.object(
      "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
      """
      webhooks:
        - name: check.example.com
          sideEffects: Some
          admissionReviewVersions: [v1]
          clientConfig:
            url: https://example.com
      """),
    good: Example.object(
      "admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
      """
      webhooks:
        - name: check.example.com
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig:
            url: https://example.com
      """),
    source: "pkg/apis/admissionregistration/validation validateValidatingWebhook")

  public static let validationActions = Rule(
    "object/validation-actions", .error,
    "A policy's binding both denies and warns",
    why: "The server refuses it: `must not contain both Deny and Warn`.",
    remedy: "Keep one of the two.",
    bad: Example.spec(
      "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding",
      """
      policyName: check
      validationActions: [Deny, Warn]
      """),
    good: Example.spec(
      "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding",
      """
      policyName: check
      validationActions: [Deny, Audit]
      """),
    source: """
      pkg/apis/admissionregistration/validation validateValidatingAdmissionPolicyBindingSpec
      """)

  public static let policyText = Rule(
    "object/policy-text", .error,
    "A message cannot be shown",
    why: "The server refuses it: `must not contain line breaks`, `must be non-empty if specified`.",
    remedy: "Write the message in one line, or take it out.",
    bad: Example.spec(
      "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy",
      """
      matchConstraints:
        resourceRules:
          - apiGroups: [""]
            apiVersions: [v1]
            operations: [CREATE]
            resources: [pods]
      validations:
        - expression: "true"
          message: " "
      """),
    good: Example.spec(
      "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy",
      """
      matchConstraints:
        resourceRules:
          - apiGroups: [""]
            apiVersions: [v1]
            operations: [CREATE]
            resources: [pods]
      validations:
        - expression: "true"
          message: refused
      """),
    source: "pkg/apis/admissionregistration/validation validateValidation")

  public static let expression = Rule(
    "object/expression", .error,
    "An expression does not compile",
    why: """
      The server refuses the object: `compilation failed: ERROR: <input>:1:5: Syntax error`, \
      `undeclared reference to …`. Types that the server alone knows are not checked.
      """,
    remedy: "Correct the expression.",
    bad: Example.spec(
      "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy",
      """
      matchConstraints:
        resourceRules:
          - apiGroups: [""]
            apiVersions: [v1]
            operations: [CREATE]
            resources: [pods]
      validations:
        - expression: object.spec.x >
      """),
    good: Example.spec(
      "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy",
      """
      matchConstraints:
        resourceRules:
          - apiGroups: [""]
            apiVersions: [v1]
            operations: [CREATE]
            resources: [pods]
      validations:
        - expression: object.spec.x > 1
      """),
    source: "apiserver/pkg/cel; cel-go parser and checker")
}
