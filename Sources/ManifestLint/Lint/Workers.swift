internal import Glibc

/// Threads for one piece of work. Not those of Dispatch: where the system gives no thread (memory or the
/// number of processes is limited), Dispatch waits for one for ever.
enum Workers {
  private final class Task {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Runs `work` on this thread and on up to `count - 1` others, and returns when all have ended. It may
  /// be fewer, down to this thread alone: `work` has to take what is left until nothing is.
  static func run(_ count: Int, _ work: @Sendable () -> Void) {
    withoutActuallyEscaping(work) { work in
      let task = Unmanaged.passRetained(Task(work))
      defer { task.release() }
      var threads: [pthread_t] = []
      for _ in 1..<max(1, count) {
        var thread = pthread_t()
        let code = pthread_create(
          &thread, nil,
          { task in
            if let task { Unmanaged<Task>.fromOpaque(task).takeUnretainedValue().work() }
            return nil
          }, task.toOpaque())
        guard code == 0 else { break }
        threads.append(thread)
      }
      work()
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}
