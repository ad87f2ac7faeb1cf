import Testing
import YAML

@Suite struct NearestNameTests {
  /// The whole table, as textbooks have it (optimal string alignment).
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = (0...left.count).map { i in (0...right.count).map { j in i == 0 ? j : i } }
    for i in 0..<left.count {
      for j in 0..<right.count {
        var cost = min(
          table[i][j] + (left[i] == right[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = cost
      }
    }
    return table[left.count][right.count]
  }

  @Test func `a name is found exactly when it is near enough`() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word() -> String { String((0..<next(9)).map { _ in "abc".randomElement(next(3)) }) }
    var found = 0
    for _ in 0..<20_000 {
      let (left, right) = (word(), word())
      let least = left.utf8.count < 5 ? 1 : 2
      let isNear = distance(Array(left.utf8), Array(right.utf8)) <= least
      #expect((NearestName.of(left, among: [right]) != nil) == isNear, "\(left) \(right)")
      if isNear { found += 1 }
    }
    #expect(found > 500)
  }

  @Test func `case does not count, and the nearest of several is taken`() {
    #expect(NearestName.of("REPLICAS", among: ["replicas"]) == "replicas")
    #expect(NearestName.of("repilcas", among: ["replica", "replicas"]) == "replicas")
    #expect(NearestName.of("spec", among: ["status"]) == nil)
    #expect(NearestName.only("kind", among: ["kins", "kinds"]) == nil)
  }
}

extension String {
  fileprivate func randomElement(_ number: Int) -> Character {
    self[index(startIndex, offsetBy: number)]
  }
}
