import FuzzerDriver
import YAML

// Reads every input in all roles, makes its JSON and its events, and traps when a tree is unsound.

func check(_ tree: Tree) {
  for (index, node) in tree.nodes.enumerated() {
    precondition(Int(node.next) > index && Int(node.next) <= tree.nodes.count)
    precondition(node.range.start <= node.range.end)
    precondition(Int(node.range.end) <= tree.source.count)
    _ = tree.bytes(NodeID(index))
  }
  for diagnostic in tree.diagnostics {
    precondition(diagnostic.range.start <= diagnostic.range.end)
    precondition(Int(diagnostic.range.end) <= tree.source.count)
  }
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
_ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  let configuration = readYAML(input, as: .configuration)
  check(configuration)
  _ = configuration.configurationJSON()
  for generation in SplitterGeneration.allCases {
    let manifests = readYAML(input, as: .manifests(generation))
    check(manifests)
    _ = manifests.manifestStream()
  }
  _ = yamlEvents(input, positions: true)
  return 0
}
