import YAML

/// Jobs and what makes them: pkg/apis/batch/validation.
extension KindRules {
  static let job = KindRules("batch", "Job") { object, check in
    let spec = object.spec
    check.job(spec, isTemplate: false)
    check.indexedName(object)
    if !spec.manualSelector.isTrue { check.generatedSelector(object) }
  }

  /// validateCronJobSpec.
  static let cronJob = KindRules("batch", "CronJob") { object, check in
    let name = object.metadata.name
    if name.bytes.count > 52 {
      check.report(ObjectRules.nameFormat, at: name, "must be no more than 52 characters")
    }
    let spec = object.spec
    if check.required(spec.schedule) { check.schedule(spec.schedule) }
    if spec.timeZone.exists { check.timeZone(spec.timeZone) }
    check.oneOf(spec.concurrencyPolicy, Words("Allow", "Forbid", "Replace"))
    check.notNegative(
      spec.startingDeadlineSeconds, spec.successfulJobsHistoryLimit, spec.failedJobsHistoryLimit)
    check.job(spec.jobTemplate.spec, isTemplate: true)
  }
}

extension ObjectCheck {
  /// ValidateJobSpec and ValidateJobTemplateSpec.
  mutating func job(_ spec: Field, isTemplate: Bool) {
    notNegative(
      spec.parallelism, spec.completions, spec.activeDeadlineSeconds, spec.backoffLimit)
    notNegative(
      spec.ttlSecondsAfterFinished, spec.backoffLimitPerIndex, spec.maxFailedIndexes)
    jobSelector(spec, isTemplate: isTemplate)
    completion(spec, isTemplate: isTemplate)
    if spec.managedBy.exists {
      noLongerThan(63, spec.managedBy)
      form(spec.managedBy, .domainPrefixedPath)
      required(spec.managedBy)
    }
    if spec.podFailurePolicy.exists { podFailurePolicy(spec) }
    if spec.successPolicy.exists { successPolicy(spec) }
    let replacement = spec.podReplacementPolicy
    if replacement.exists {
      oneOf(
        replacement,
        spec.podFailurePolicy.exists ? Words("Failed") : Words("Failed", "TerminatingOrFailed"),
        emptyIsAbsent: false)
    }
    podTemplate(spec.template)
    jobRestartPolicy(spec)
  }

  /// Jobs end: their pods may not be restarted for ever, and that is the default.
  private mutating func jobRestartPolicy(_ spec: Field) {
    let policy = spec.template.spec.restartPolicy
    if policy.equals(default: "Always") {
      report(
        ObjectRules.restartPolicy, at: policy,
        policy.isEmpty
          ? "is missing, and its default Always is not allowed in a Job; valid values: \"OnFailure\", \"Never\""
          : "is Always; valid values in a Job: \"OnFailure\", \"Never\"")
    } else if spec.podFailurePolicy.exists, !policy.equals("Never") {
      report(
        ObjectRules.restartPolicy, at: policy,
        "\(shown(policy)); only \"Never\" is supported when podFailurePolicy is specified")
    }
  }

  private mutating func jobSelector(_ spec: Field, isTemplate: Bool) {
    let selector = spec.selector
    if isTemplate {
      if selector.exists {
        report(
          ObjectRules.jobSelector, at: selector, "may not be set; `selector` will be auto-generated"
        )
      }
      if spec.manualSelector.isTrue {
        report(
          ObjectRules.jobSelector, at: spec.manualSelector, "is true; supported values: false")
      }
    } else if spec.manualSelector.isTrue {
      guard required(selector, ObjectRules.jobSelector), labelSelector(selector) else { return }
      matches(selector, spec.template.metadata.labels)
    }
  }

  private static let maximumIndexedParallelism: Int64 = 100_000
  private static let maximumFailedIndexes: Int64 = 100_000
  private static let largeJobLimit: Int64 = 10_000

  private mutating func completion(_ spec: Field, isTemplate: Bool) {
    oneOf(
      spec.completionMode, Words("NonIndexed", "Indexed"), ObjectRules.jobCompletion,
      emptyIsAbsent: false)
    guard spec.completionMode.equals("Indexed") else {
      for field in [spec.backoffLimitPerIndex, spec.maxFailedIndexes, spec.successPolicy]
      where field.exists {
        report(
          ObjectRules.jobCompletion, at: field,
          "requires indexed completion mode; write completionMode: Indexed")
      }
      failedIndexesNeedBackoff(spec)
      return
    }
    let completions = spec.completions
    // In a Job, not in the template of one, both absent count as one run.
    if !completions.exists, isTemplate || spec.parallelism.exists {
      report(
        ObjectRules.jobCompletion, at: completions, "is required when completion mode is Indexed")
    }
    let parallelism = spec.parallelism
    if let number = parallelism.integer, number > Self.maximumIndexedParallelism {
      report(
        ObjectRules.jobCompletion, at: parallelism,
        "\(shown(parallelism)); must be less than or equal to \(Self.maximumIndexedParallelism) when completion mode is Indexed"
      )
    }
    let failed = spec.maxFailedIndexes
    if let number = failed.integer, failed.exists, completions.exists,
      number > completions.integer ?? 0
    {
      report(
        ObjectRules.jobCompletion, at: failed,
        "\(shown(failed)); must be less than or equal to completions")
    }
    if let number = failed.integer, number > Self.maximumFailedIndexes {
      report(
        ObjectRules.jobCompletion, at: failed,
        "\(shown(failed)); must be less than or equal to \(Self.maximumFailedIndexes)")
    }
    failedIndexesNeedBackoff(spec)
    guard spec.backoffLimitPerIndex.exists, let count = completions.integer,
      count > Self.maximumIndexedParallelism
    else { return }
    if !failed.exists {
      report(
        ObjectRules.jobCompletion, at: failed,
        "is required when completions is above \(Self.maximumIndexedParallelism)")
    }
    for field in [failed, parallelism] {
      guard let number = field.integer, number > Self.largeJobLimit else { continue }
      report(
        ObjectRules.jobCompletion, at: field,
        "\(shown(field)); must be less than or equal to \(Self.largeJobLimit) when completions is above \(Self.maximumIndexedParallelism)"
      )
    }
  }

  private mutating func failedIndexesNeedBackoff(_ spec: Field) {
    guard spec.maxFailedIndexes.exists, !spec.backoffLimitPerIndex.exists else { return }
    report(
      ObjectRules.jobCompletion, at: spec.backoffLimitPerIndex,
      "is required when maxFailedIndexes is specified")
  }

  /// The pods of an indexed Job are named after it and their index.
  mutating func indexedName(_ job: Field) {
    guard job.spec.completionMode.equals("Indexed"), let completions = job.spec.completions.integer,
      completions > 0, !job.metadata.name.isEmpty
    else { return }
    let last = Array(job.metadata.name.bytes) + Array("-\(completions - 1)".utf8)
    guard !NameForm.label.accepts(last[...]) else { return }
    report(
      ObjectRules.nameFormat, at: job.metadata.name,
      "\(shown(job.metadata.name)); with the index of its last pod it must be \(NameForm.label.meaning)"
    )
  }

  /// validateGeneratedSelector: the server labels the pods with the Job's name and uid and selects
  /// by the uid; what is written must not contradict it.
  mutating func generatedSelector(_ job: Field) {
    let name = job.metadata.name
    if name.bytes.count > 63 {
      report(
        ObjectRules.nameFormat, at: name,
        "has \(name.bytes.count) bytes; must be no more than 63 bytes, because it becomes a label of the pods"
      )
    }
    for (key, value) in job.spec.template.metadata.labels.entries {
      let isWrong =
        Words.jobNameLabels.contains(key)
        ? value.bytes != name.bytes : Words.jobUIDLabels.contains(key)
      guard isWrong else { continue }
      report(
        ObjectRules.jobSelector, at: value,
        "\(shown(value)), but the server sets this label itself; take it out")
    }
    let selector = job.spec.selector
    let areGenerated = selector.matchLabels.entries.allSatisfy { key, value in
      Words.jobNameLabels.contains(key) && value.bytes == name.bytes
    }
    guard selector.exists, !areGenerated || !selector.matchExpressions.isEmpty else { return }
    report(
      ObjectRules.jobSelector, at: selector,
      "is given without manualSelector, so it is not the auto-generated one; take it out")
  }

  /// validatePodFailurePolicy.
  private mutating func podFailurePolicy(_ spec: Field) {
    let rules = spec.podFailurePolicy.rules
    noMoreThan(20, in: rules)
    let pod = spec.template.spec
    let containers = NameSet(
      [pod.containers, pod.initContainers].flatMap { $0.elements.map(\.name.bytes) })
    for rule in rules.elements {
      let action = rule.action
      requiredOneOf(
        action, Words("FailIndex", "FailJob", "Ignore", "Count"), ObjectRules.podFailurePolicy)
      if action.equals("FailIndex"), !spec.backoffLimitPerIndex.exists {
        report(
          ObjectRules.podFailurePolicy, at: action,
          "is FailIndex, which requires the backoffLimitPerIndex to be set")
      }
      let codes = rule.onExitCodes
      let hasConditions = !rule.onPodConditions.isEmpty
      if codes.exists == hasConditions {
        report(
          ObjectRules.podFailurePolicy, at: rule,
          codes.exists
            ? "specifies both OnExitCodes and OnPodConditions, and only one is supported"
            : "must specify one of OnExitCodes and OnPodConditions")
      }
      if codes.exists { exitCodes(codes, containers) }
      noMoreThan(20, in: rule.onPodConditions)
      for condition in rule.onPodConditions.elements {
        requiredLabelKey(condition.type)
        oneOf(condition.status, Words("False", "True", "Unknown"), ObjectRules.podFailurePolicy)
      }
    }
  }

  private mutating func exitCodes(_ codes: Field, _ containers: NameSet) {
    requiredOneOf(codes.operator, Words("In", "NotIn"), ObjectRules.podFailurePolicy)
    if codes.containerName.exists, !containers.contains(codes.containerName.bytes) {
      report(
        ObjectRules.podFailurePolicy, at: codes.containerName,
        "\(shown(codes.containerName)); must be one of the container or initContainer names")
    }
    if codes.values.isEmpty {
      report(ObjectRules.podFailurePolicy, at: codes.values, "needs at least one value")
    }
    noMoreThan(255, in: codes.values)
    var before: Int64?
    var isOrdered = true
    for value in codes.values.elements {
      guard let code = value.integer else { continue }
      if code == 0, codes.operator.equals("In") {
        report(
          ObjectRules.podFailurePolicy, at: value, "is 0; must not be 0 for the In operator")
      }
      if code == before { duplicate(value, "exit code") }
      if let before, code < before { isOrdered = false }
      before = code
    }
    if !isOrdered {
      report(ObjectRules.podFailurePolicy, at: codes.values, "must be ordered")
    }
  }

  /// validateSuccessPolicy.
  private mutating func successPolicy(_ spec: Field) {
    let rules = spec.successPolicy.rules
    guard spec.completionMode.equals("Indexed"), required(rules) else { return }
    noMoreThan(20, in: rules)
    let completions = spec.completions.integer ?? 0
    for rule in rules.elements {
      let indexes = rule.succeededIndexes
      let count = rule.succeededCount
      if !indexes.exists, !count.exists {
        report(
          ObjectRules.jobCompletion, at: rule,
          "must specify at least one of succeededCount and succeededIndexes")
      }
      var listed: Int64?
      if indexes.exists {
        noLongerThan(64 * 1024, indexes)
        switch Self.indexCount(indexes.bytes, completions) {
        case .success(let total): listed = total
        case .failure(let fault):
          report(
            ObjectRules.jobCompletion, at: indexes,
            "\(shown(indexes)), which cannot be read: \(fault.text)")
        }
      }
      guard count.exists, let number = count.integer else { continue }
      within(count, 0...Int64.max)
      if spec.completions.exists, number > completions {
        report(
          ObjectRules.jobCompletion, at: count,
          "\(shown(count)); must be less than or equal to completions (\(completions))")
      }
      if let listed, number > listed {
        report(
          ObjectRules.jobCompletion, at: count,
          "\(shown(count)); must be less than or equal to the indexes listed (\(listed))")
      }
    }
  }

  private struct IndexFault: Error { var text: Message }

  /// How many indexes `1,3-5,7` names.
  private static func indexCount(
    _ text: ArraySlice<UInt8>, _ completions: Int64
  ) -> Result<Int64, IndexFault> {
    guard !text.isEmpty else { return .success(0) }
    var total: Int64 = 0
    var before = -1
    for part in text.split(separator: 0x2C, omittingEmptySubsequences: false) {
      let ends = part.split(separator: 0x2D, omittingEmptySubsequences: false)
      guard ends.count <= 2, let low = ends.first.flatMap(Bytes.number),
        let high = ends.last.flatMap(Bytes.number)
      else { return .failure(IndexFault(text: "write numbers and ranges such as 1,3-5")) }
      if high >= completions {
        return .failure(IndexFault(text: "too large index \(high), completions is \(completions)"))
      }
      if low <= before || (ends.count == 2 && high <= low) {
        return .failure(IndexFault(text: "indexes must be in increasing order"))
      }
      total += Int64(high - low + 1)
      before = high
    }
    return .success(total)
  }
}

extension Words {
  static let jobNameLabels = Words("job-name", "batch.kubernetes.io/job-name")
  static let jobUIDLabels = Words("controller-uid", "batch.kubernetes.io/controller-uid")
}
