import Dispatch
import Glibc
import Synchronization

/// Ends the process at its deadline. The lint looks at the clock between files only; this holds also
/// while one step of it takes longer than anybody wants to wait.
final class Watchdog: Sendable {
  private let isSettled = Atomic(false)

  /// - Parameter act: tells what has to be told and gives the exit status. Runs on a thread of its
  ///   own, and only when nobody called `stop` before.
  init(seconds: Double, act: @escaping @Sendable () -> ExitStatus) {
    // A queue of its own: those of the workers may be busy for as long as the check is.
    DispatchQueue(label: "deadline").asyncAfter(deadline: .now() + max(0, seconds)) { [self] in
      if claim() { _exit(act().code) }
    }
  }

  /// From here on the process ends by itself.
  func stop() {
    // Too late: the other thread is speaking, and about to end the process.
    while !claim() { pause() }
  }

  /// True for the first caller only.
  private func claim() -> Bool { !isSettled.exchange(true, ordering: .acquiringAndReleasing) }
}
