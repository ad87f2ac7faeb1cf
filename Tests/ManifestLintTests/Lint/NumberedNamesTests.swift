import Testing

@testable import ManifestLint

/// The tables by which names, objects and files are compared as numbers.
@Suite struct NumberedNamesTests {
  private static func text(_ generator: inout SplitMix) -> [UInt8] {
    (0..<Int.random(in: 0...20, using: &generator)).map { _ in
      UInt8.random(in: 0x61...0x62, using: &generator)
    }
  }

  @Test func `bytes are compared and hashed as they are, wherever they stand`() {
    var generator = SplitMix(state: 3)
    for _ in 0..<5_000 {
      let (one, two) = (Self.text(&generator), Self.text(&generator))
      let left = [1] + one + [2]
      let right = [3, 4] + two
      let (own, other) = (1..<1 + one.count, 2..<2 + two.count)
      #expect(ByteWords.equal(left, own, right, other) == (one == two))
      let same = [5, 6, 7] + one
      #expect(
        ByteWords.hash(left, own, 9) == ByteWords.hash(same, 3..<3 + one.count, 9))
      if one != two { #expect(ByteWords.hash(left, own, 9) != ByteWords.hash(right, other, 9)) }
      #expect(ByteWords.isASCII(left, 0..<left.count))
      if !one.isEmpty {
        var beyond = left
        beyond[Int.random(in: own, using: &generator)] = 0xC3
        #expect(!ByteWords.isASCII(beyond, own))
      }
    }
  }

  @Test func `equal names have one number, and others have others`() {
    var names = NameTable()
    #expect(names.find("a") == nil)
    #expect(names.number(of: "") == NameTable.empty)
    let numbers = (0..<3_000).map { names.number(of: "name-\($0)") }
    #expect(Set(numbers).count == 3_000)
    for number in 0..<3_000 {
      #expect(names.number(of: "name-\(number)") == numbers[number])
      #expect(names.find("name-\(number)") == numbers[number])
      #expect(names[numbers[number]] == "name-\(number)")
    }
    #expect(names.find("name-3000") == nil)
  }

  @Test func `a file keeps the agents that select it`() {
    var files = SelectedFiles()
    for agent in 0..<4 {
      for entry in 0..<20 where (entry >> agent) & 1 == 1 {
        files.select(entry, agent: agent)
        files.select(entry, agent: agent)
      }
    }
    files.select(40, agent: nil)
    for entry in 0..<20 {
      #expect(files.agents(of: entry) == (0..<4).filter { (entry >> $0) & 1 == 1 })
      #expect(files.contains(entry) == (entry & 15 != 0))
    }
    #expect(files.contains(40))
    #expect(!files.hasAgents(40))
    files.setVerdict(7, of: 3)
    files.keep { $0 == 3 }
    #expect(files.entries == [3])
    #expect(files.verdict(3) == 7)
    #expect(files.agents(of: 3) == [0, 1])
  }

  @Test func `an object is read alone as it is read among others`() {
    let source = (0..<40).map { number in
      "apiVersion: \(number & 1 == 0 ? "v1" : "example.com/v1")\nkind: Secret\nmetadata:\n"
        + "  name: s\(number)\n" + (number & 2 == 0 ? "" : "  namespace: ü\(number)\n")
    }.joined(separator: "---\n")
    let verdict = judge(Array(source.utf8), options: LintOptions())
    var table = VerdictTable()
    var judged = VerdictTable.Judged()
    table.append(KeptVerdict(verdict))
    table.append(nil)
    judged.add(verdict, number: 1)
    table.add(judged)
    for number in table.indices {
      let whole = table[number]
      #expect(whole.objects.map(\.identity) == verdict.objects.map(\.identity))
      for (index, object) in whole.objects.enumerated() {
        #expect(table.object(index, of: number)?.identity == object.identity)
        #expect(table.object(index, of: number)?.range == object.range)
      }
      #expect(table.object(whole.objects.count, of: number) == nil)
    }
  }
}
