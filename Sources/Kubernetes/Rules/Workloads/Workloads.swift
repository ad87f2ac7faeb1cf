extension KindRules {
  /// Pods and what embeds them, as ValidatePodSpec (pkg/apis/core/validation) and the selectors of
  /// pkg/apis/apps/validation see them.
  static let workloads: [KindRules] =
    ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet"].map { kind in
      KindRules(group: "apps", kind: kind) { object, check in
        let spec = object["spec"]
        check.selector(spec["selector"], selects: spec["template"]["metadata"]["labels"])
        check.pod(spec["template"]["spec"])
      }
    } + [
      KindRules(group: "", kind: "Pod") { object, check in check.pod(object["spec"]) },
      KindRules(group: "", kind: "ReplicationController") { object, check in
        check.pod(object["spec"]["template"]["spec"])
      },
      KindRules(group: "batch", kind: "Job") { object, check in
        check.pod(object["spec"]["template"]["spec"])
      },
      KindRules(group: "batch", kind: "CronJob") { object, check in
        check.pod(object["spec"]["jobTemplate"]["spec"]["template"]["spec"])
      },
    ]
}
