import Kubernetes

/// What makes pods in one namespace, and which labels and ports these have.
struct PodIndex {
  /// The facts of each place begin behind `pods`.
  private(set) var workloads: [AppliedObjects.Place] = []
  /// By workload, a hash of all its pods' labels and port names: those that have it in common are
  /// selected together, and nobody needs to look at more than one of them.
  private(set) var hashes: [UInt64] = []
  private(set) var labels = LabelIndex()

  mutating func add(_ workload: AppliedObjects.Place) {
    workloads.append(workload)
    hashes.append(0)
  }

  /// A label of the latest workload.
  mutating func addLabel(_ bytes: [UInt8], key: FactText, value: FactText, _ secret: UInt64) {
    guard let last = workloads.indices.last else { return }
    let hash = ByteWords.hash(bytes, key.bytes, secret)
    let both = ByteWords.hash(bytes, value.bytes, hash)
    labels.add(hash, workload: last)
    labels.add(both, workload: last)
    hashes[last] = ByteWords.mix(hashes[last] ^ both, secret)
  }

  /// A port of the latest workload.
  mutating func addPort(_ bytes: [UInt8], name: FactText, _ secret: UInt64) {
    guard let last = workloads.indices.last else { return }
    hashes[last] = ByteWords.mix(
      ~hashes[last] ^ ByteWords.hash(bytes, name.bytes, secret), secret)
  }

  /// To be called when all have been added.
  mutating func sort() { labels.sort() }
}
