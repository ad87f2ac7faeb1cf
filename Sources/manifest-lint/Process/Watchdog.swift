import Glibc
import Synchronization

/// Ends the process at its deadline. The lint looks at the clock between files only; this holds also
/// while one step of it takes longer than anybody wants to wait.
final class Watchdog: Sendable {
  private let isSettled = Atomic(false)
  private let seconds: Double
  private let act: @Sendable () -> ExitStatus

  /// - Parameter act: tells what has to be told and gives the exit status. Runs on a thread of its
  ///   own, and only when nobody called `stop` before.
  init(seconds: Double, act: @escaping @Sendable () -> ExitStatus) {
    self.seconds = max(0, seconds)
    self.act = act
    let watchdog = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { watchdog in
        if let watchdog { Unmanaged<Watchdog>.fromOpaque(watchdog).takeRetainedValue().watch() }
        return nil
      }, watchdog.toOpaque())
    guard code != 0 else {
      pthread_detach(thread)
      return
    }
    watchdog.release()
    // There is no thread to be had: at the deadline a signal ends the process, without a word.
    setTimer(self.seconds)
  }

  private func watch() {
    let end = Clock.seconds() + seconds
    while true {
      let left = end - Clock.seconds()
      guard left > 0 else { break }
      let whole = min(left.rounded(.down), 1e9)
      var time = timespec(tv_sec: Int(whole), tv_nsec: Int(min(left - whole, 0.999_999) * 1e9))
      nanosleep(&time, nil)
    }
    if claim() { _exit(act().code) }
  }

  /// From here on the process ends by itself.
  func stop() {
    // Too late: the other thread is speaking, and about to end the process.
    while !claim() { pause() }
    setTimer(0)
  }

  /// 0: none.
  private func setTimer(_ seconds: Double) {
    var timer = itimerval()
    timer.it_value.tv_sec = Int(min(seconds, 1e9).rounded(.up))
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  /// True for the first caller only.
  private func claim() -> Bool { !isSettled.exchange(true, ordering: .acquiringAndReleasing) }
}
