import Glibc
import ManifestLint
import Testing

/// A repository that is wrong all over.
@Suite struct HundredThousandTests {
  /// In a process of its own, so that its memory is what the report takes.
  @Test(.timeLimit(.minutes(5)))
  func `100,000 findings are written in every format with less than 64 MB above them`() async {
    await #expect(processExitsWith: .success) {
      func resident() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var size = 0
        var pages = 0
        _ = withUnsafeMutablePointer(to: &size) { size in
          withUnsafeMutablePointer(to: &pages) { pages in
            withVaList([size, pages]) { vfscanf(file, "%ld %ld", $0) }
          }
        }
        return pages * 4_096
      }
      let report = Samples.large(100_000)
      for format in ReportFormat.allCases {
        let before = resident()
        var most = before
        render(report, as: format) { _ in most = max(most, resident()) }
        guard most - before < 64 << 20, before > 0 else {
          print("\(format): \((most - before) >> 20) MB")
          exit(1)
        }
      }
    }
  }
}
