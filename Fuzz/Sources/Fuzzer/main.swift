import FuzzerDriver
import Glibc

// Which entry is fuzzed is said by FUZZ_TARGET: one program, so that it is built once. Without it the
// names of the targets are printed; with FUZZ_SEEDS the target's own seeds are written to a folder.

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// The target that was asked for. A function, so that nothing of the asking is left in memory.
func chosenTarget() -> Target {
  guard let name = variable("FUZZ_TARGET") else {
    for target in Target.all { print(target.name) }
    exit(0)
  }
  guard let target = Target.all.first(where: { $0.name == name }) else {
    print("there is no target '\(name)'; there are \(Target.all.map(\.name))")
    exit(2)
  }
  return target
}

let target = chosenTarget()
if let folder = variable("FUZZ_SEEDS") {
  for (number, seed) in target.seeds().enumerated() {
    guard let file = fopen("\(folder)/seed-\(number)", "w") else { exit(3) }
    fwrite(seed, 1, seed.count, file)
    fclose(file)
  }
  exit(0)
}

let run = target.run
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  })
