import Glibc
import ManifestLint
import Testing
import YAML

/// What holds for every format, whatever it looks like.
@Suite struct `Every format` {
  @Test(arguments: ReportFormat.allCases)
  func `is the same for the same record`(format: ReportFormat) {
    for sample in Sample.allCases {
      #expect(render(sample.report, as: format) == render(sample.report, as: format))
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `is UTF-8 without control characters, with a line end at its end`(format: ReportFormat) {
    for sample in Sample.allCases {
      let bytes = render(sample.report, as: format)
      let text = String(validating: bytes, as: UTF8.self)
      #expect(text != nil)
      let hidden = text?.unicodeScalars.first {
        $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
      }
      #expect(hidden == nil)
      #expect(bytes.isEmpty || bytes.last == 0x0A)
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `is handed on in pieces of bounded size`(format: ReportFormat) {
    var largest = 0
    var pieces = 0
    render(Self.large[0], as: format) { piece in
      largest = max(largest, piece.count)
      pieces += 1
    }
    #expect(largest < 128 * 1024)
    #expect(pieces > (format == .markdown ? 0 : 1))
  }

  /// Processor time of this thread, which other tests do not disturb.
  private func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }

  /// Findings in as many files, and all in one document of one file.
  private static let small = [1, 1_000_000].map { Samples.large(500, perFile: $0) }
  private static let large = [1, 1_000_000].map { Samples.large(4_000, perFile: $0) }

  @Test(arguments: ReportFormat.allCases, [0, 1])
  func `takes time in proportion to the findings`(format: ReportFormat, shape: Int) {
    // Made before the clock runs.
    let (small, large) = (Self.small[shape], Self.large[shape])
    let unit = seconds { render(small, as: format) { _ in } }
    let whole = seconds { render(large, as: format) { _ in } }
    #expect(whole < max(unit, 0.005) * 8 * 3)
  }

  @Test(arguments: [0, 1])
  func `finishing takes time in proportion to the findings`(shape: Int) {
    var small = Self.small[shape]
    var large = Self.large[shape]
    small.findings.reverse()
    large.findings.reverse()
    let unit = seconds { small.finish() }
    let whole = seconds { large.finish() }
    #expect(whole < unit * 8 * 3)
  }

  @Test func `a very long line costs each of its findings no more than a short one`() {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
    let lines = LineIndex(line)
    var report = Samples.empty
    for number in 0..<200 {
      var finding = Finding(
        Samples.type, "wrong \(number)", path: [0x61],
        start: SourcePosition(line: 1, column: number * 900 + 1, offset: number * 900),
        end: SourcePosition(line: 1, column: number * 900 + 5, offset: number * 900 + 4))
      finding.keepLine(of: lines)
      report.findings.append(finding)
    }
    report.finish()
    #expect(report.findings.allSatisfy { $0.sourceLine?.count ?? 0 <= 800 })
    #expect(report.findings[100].sourceColumn == 100 * 900 + 1 - 200)
    #expect(render(report, as: .full).count < 200 * 600)
  }
}
