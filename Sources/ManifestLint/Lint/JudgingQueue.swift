internal import Synchronization

/// Files that have been read and wait for their verdicts: one thread reads, in the order in which a
/// pack gives files fastest, and others judge meanwhile. Where there are no others, or they are
/// behind, the reader judges too.
struct JudgingQueue: ~Copyable {
  /// A few files that one thread judges in one go.
  struct Chunk: Sendable {
    private(set) var numbers: [Int] = []
    fileprivate var contents: [[UInt8]] = []
    private(set) var bytes = 0

    static let mostFiles = 32

    var isFull: Bool { numbers.count >= Self.mostFiles || bytes >= 256 << 10 }

    mutating func add(_ number: Int, _ content: [UInt8]) {
      numbers.append(number)
      contents.append(content)
      bytes += content.count
    }
  }

  /// What all threads see.
  private final class Shared: Sendable {
    struct State {
      var waiting: [Chunk] = []
      var waitingBytes = 0
      var judged: [VerdictTable.Judged] = []
      var isClosed = false
    }

    let options: LintOptions
    let state = Mutex(State())
    let signal = Workers.Signal()

    init(_ options: LintOptions) { self.options = options }

    /// False when nothing waits.
    func judgeNext() -> Bool {
      let next = state.withLock { state in
        let next = state.waiting.popLast()
        state.waitingBytes -= next?.bytes ?? 0
        return next
      }
      guard let next else { return false }
      var judged = VerdictTable.Judged()
      for (number, content) in zip(next.numbers, next.contents) {
        judged.add(judge(content, options: options), number: number)
      }
      judged.trim()
      state.withLock { $0.judged.append(judged) }
      return true
    }

    func work() {
      while true {
        signal.wait()
        if !judgeNext(), state.withLock({ $0.isClosed }) { return }
      }
    }
  }

  private let shared: Shared
  private let crew: Workers.Crew
  private let count: Int

  /// How much may wait before the reader judges too.
  private static let mostChunks = 16
  private static let mostBytes = 8 << 20

  /// - Parameter files: how many there may be. For a few no thread is started.
  init(_ options: LintOptions, files: Int) {
    let shared = Shared(options)
    self.shared = shared
    count = min(options.jobs - 1, files / Chunk.mostFiles)
    crew = Workers.start(count) { shared.work() }
  }

  /// Leaves files for whoever has time.
  func add(_ chunk: Chunk) {
    guard !chunk.numbers.isEmpty else { return }
    let isMuch = shared.state.withLock { state in
      state.waiting.append(chunk)
      state.waitingBytes += chunk.bytes
      return state.waiting.count > Self.mostChunks || state.waitingBytes > Self.mostBytes
    }
    if crew.isEmpty || isMuch { _ = shared.judgeNext() } else { shared.signal.post() }
  }

  /// Helps until nothing is left, and ends the other threads.
  ///
  /// - Returns: verdicts by the numbers under which the files were added.
  consuming func finish() -> [VerdictTable.Judged] {
    while shared.judgeNext() {}
    close()
    crew.join()
    return shared.state.withLock { $0.judged }
  }

  /// Ends the other threads, whatever waits: nobody wants to know any more.
  consuming func abandon() {
    shared.state.withLock { $0.waiting = [] }
    close()
    crew.join()
  }

  private func close() {
    shared.state.withLock { $0.isClosed = true }
    for _ in 0..<max(0, count) { shared.signal.post() }
  }
}
