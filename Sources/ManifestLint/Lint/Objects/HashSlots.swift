/// The slots of a hash table whose keys stand elsewhere, under numbers that count up from 0.
struct HashSlots {
  /// One more than the number; 0 where there is none.
  private var slots: [UInt32] = [0]
  /// By number.
  private var hashes: [UInt32] = []

  init() {}

  /// - Parameter count: how many keys there may be.
  init(count: Int) {
    hashes.reserveCapacity(count)
    var size = 16
    while count * 4 > size * 3 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// The number of a key that is known.
  @inline(__always)
  func find(_ hash: UInt64, _ matches: (Int) -> Bool) -> Int? {
    let hash = UInt32(truncatingIfNeeded: hash)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, matches(number) { return number }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Gives the next number to a key that is not known.
  mutating func insert(_ hash: UInt64) {
    hashes.append(UInt32(truncatingIfNeeded: hash))
    // At most three quarters full.
    if hashes.count * 4 > slots.count * 3 {
      let size = max(16, slots.count * 2)
      // Given back before the new ones are asked for.
      slots = []
      slots = [UInt32](repeating: 0, count: size)
      for number in hashes.indices { place(number) }
    } else {
      place(hashes.count - 1)
    }
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[number]) & mask
    while slots[slot] != 0 { slot = (slot &+ 1) & mask }
    slots[slot] = UInt32(number + 1)
  }
}
