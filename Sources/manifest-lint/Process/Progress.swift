import Glibc
import Synchronization
import YAML

/// How far a run is, on one line of the terminal that is written over. It is silent for the first
/// second: most runs are over by then.
final class Progress: Sendable {
  private static let silence = 1.0
  private static let pause = 0.1

  private struct State {
    var isShown = false
    var next: Double
  }

  private let language: Translation?
  private let state: Mutex<State>

  init(start: Double, language: Translation?) {
    self.language = language
    state = Mutex(State(next: start + Self.silence))
  }

  func tell(_ done: Int, of total: Int) {
    let now = Clock.seconds()
    let isDue = state.withLock { state in
      guard now >= state.next else { return false }
      state.next = now + Self.pause
      state.isShown = true
      return true
    }
    guard isDue else { return }
    let message: Message = "checked \(done) of \(total) files"
    write("\r\u{1B}[K\(message.text(in: language))")
  }

  /// Takes the line away, before anything else is written.
  func end() {
    let wasShown = state.withLock { state in
      defer {
        state.isShown = false
        state.next = .infinity
      }
      return state.isShown
    }
    if wasShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(2, bytes, bytes.count)
  }
}

extension Invocation {
  /// Nil where nobody watches.
  var progress: Progress? {
    guard environment.isTerminal.error, environment.text("TERM") != "dumb", !arguments.has(.quiet)
    else { return nil }
    return Progress(start: started, language: language)
  }
}
