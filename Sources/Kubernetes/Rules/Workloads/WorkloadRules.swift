public import YAML

/// Workloads.
extension ObjectRules {
  public static let rollingUpdate = Rule(
    "object/rolling-update", .error,
    "The update strategy cannot work",
    why: """
      The server refuses the workload: an update that may neither remove nor add a pod, a \
      rollingUpdate beside another type, a deadline below minReadySeconds.
      """,
    remedy: "Let at least one pod be removed or added, and match type and settings.",
    bad: Example.spec(
      "apps/v1", "Deployment",
      """
      selector:
        matchLabels:
          app: web
      strategy:
        type: Recreate
        rollingUpdate:
          maxSurge: 1
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      """),
    good: Example.spec(
      "apps/v1", "Deployment",
      """
      selector:
        matchLabels:
          app: web
      strategy:
        type: RollingUpdate
        rollingUpdate:
          maxSurge: 1
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      """),
    source: "pkg/apis/apps/validation ValidateDeploymentStrategy, ValidateRollingUpdateDaemonSet")

  public static let jobSelector = Rule(
    "object/job-selector", .error,
    "A Job names its own selector",
    why: """
      The server makes the selector of a Job itself and refuses another: `selector` not \
      auto-generated.
      """,
    remedy: "Take spec.selector out.",
    bad: Example.spec(
      "batch/v1", "Job",
      """
      selector:
        matchLabels:
          app: once
      template:
        metadata:
          labels:
            app: once
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    good: Example.spec(
      "batch/v1", "Job",
      """
      template:
        metadata:
          labels:
            app: once
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    source: "pkg/apis/batch/validation validateGeneratedSelector")

  public static let jobCompletion = Rule(
    "object/job-completion", .error,
    "What a Job needs to complete contradicts itself",
    why: """
      The server refuses the Job: an Indexed one needs completions, and only an Indexed one has \
      limits for each index or a success policy.
      """,
    remedy: "Set completionMode: Indexed and completions, or take the fields out.",
    bad: Example.spec(
      "batch/v1", "Job",
      """
      completionMode: Indexed
      parallelism: 2
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    good: Example.spec(
      "batch/v1", "Job",
      """
      completionMode: Indexed
      completions: 3
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    source: "pkg/apis/batch/validation validateJobSpec")

  public static let podFailurePolicy = Rule(
    "object/pod-failure-policy", .error,
    "A rule about failed pods cannot be applied",
    why: """
      The server refuses the Job: each rule looks at exit codes or at conditions, and exit codes \
      are ordered, unique and not 0 with In.
      """,
    remedy: "Correct the rule as the message says.",
    bad: Example.spec(
      "batch/v1", "Job",
      """
      podFailurePolicy:
        rules:
          - action: FailJob
            onExitCodes:
              operator: In
              values: [0]
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    good: Example.spec(
      "batch/v1", "Job",
      """
      podFailurePolicy:
        rules:
          - action: FailJob
            onExitCodes:
              operator: In
              values: [42]
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: once
              image: busybox:1.37
      """),
    source: "pkg/apis/batch/validation validatePodFailurePolicy")

  public static let cronSchedule = Rule(
    "object/cron-schedule", .error,
    "The schedule of a CronJob cannot be read",
    why: """
      The server refuses it: `expected exactly 5 fields, found …`, `end of range (7) above maximum \
      (6)`. There is no field for seconds, and Sunday is 0.
      """,
    remedy: "Write five fields: minute, hour, day of month, month, day of week.",
    bad: Example.spec(
      "batch/v1", "CronJob",
      """
      schedule: "0 0 3 * * *"
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: once
                  image: busybox:1.37
      """),
    good: Example.spec(
      "batch/v1", "CronJob",
      """
      schedule: "0 3 * * *"
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: once
                  image: busybox:1.37
      """),
    source: "pkg/apis/batch/validation validateScheduleFormat; robfig/cron parser")

  public static let timeZone = Rule(
    "object/time-zone", .error,
    "The time zone is not known",
    why: "The server refuses the CronJob: `unknown time zone`. Case matters.",
    remedy: "Write a name of the IANA time zone database, such as Europe/Berlin.",
    bad: Example.spec(
      "batch/v1", "CronJob",
      """
      schedule: "0 3 * * *"
      timeZone: Mars/Base
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: once
                  image: busybox:1.37
      """),
    good: Example.spec(
      "batch/v1", "CronJob",
      """
      schedule: "0 3 * * *"
      timeZone: Europe/Berlin
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: once
                  image: busybox:1.37
      """),
    source: "pkg/apis/batch/validation validateTimeZone")
}
