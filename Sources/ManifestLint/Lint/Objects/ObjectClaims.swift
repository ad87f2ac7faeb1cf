/// Objects by what the API server tells them apart by: group, kind, namespace and name.
struct ObjectClaims {
  /// Who has an object, and where.
  struct Claim {
    var agent: UInt32
    var entry: UInt32
    /// The number of its row in the table.
    var row: UInt32
    /// The number of the name of the namespace that it gets.
    var namespace: UInt32
  }

  /// By object, the first place of the last agent that has it.
  var claims: [Claim] = []
  private var slots: HashSlots
  private let secret = ByteWords.secret

  /// - Parameter count: how many objects there may be.
  init(count: Int) {
    claims.reserveCapacity(count)
    slots = HashSlots(count: count)
  }

  /// Takes up an object that is new. The number of one that is known.
  mutating func add(_ claim: Claim, _ table: ObjectTable) -> Int? {
    let row = table.rows[Int(claim.row)]
    let kind = table.types[row.type].kindNumber
    let hash = ByteWords.hash(row.name, kind, claim.namespace, secret)
    if let known = find(row.name, kind, claim.namespace, hash, table) { return known }
    claims.append(claim)
    slots.insert(hash)
    return nil
  }

  /// An object that is known.
  func find(
    name: UInt32, kind: UInt32, namespace: UInt32, _ table: ObjectTable
  ) -> Claim? {
    find(name, kind, namespace, ByteWords.hash(name, kind, namespace, secret), table)
      .map { claims[$0] }
  }

  @inline(__always)
  private func find(
    _ name: UInt32, _ kind: UInt32, _ namespace: UInt32, _ hash: UInt64, _ table: ObjectTable
  ) -> Int? {
    slots.find(hash) {
      let row = table.rows[Int(claims[$0].row)]
      return row.name == name && claims[$0].namespace == namespace
        && table.types[row.type].kindNumber == kind
    }
  }
}
