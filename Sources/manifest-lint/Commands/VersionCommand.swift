import GitAccess
import Kubernetes
import YAML

extension Command {
  static let version = Command(
    name: "version", summary: "Tell the version of the program and of what it knows",
    options: [.format]
  ) { invocation in
    try invocation.arguments.operands(atMost: 0)
    let oldest = KubernetesVersion.oldest.description
    let newest = KubernetesVersion.newest.description
    switch invocation.arguments.text(.format) {
    case nil, "text":
      invocation.output.write(
        """
        manifest-lint \(Version.number)
        Kubernetes \(oldest) to \(newest), libgit2 \(GitLibrary.version)

        """)
    case "json":
      invocation.output.write(
        """
        {"version":"\(Version.number)","kubernetes":{"oldest":"\(oldest)","newest":"\(newest)"},\
        "libgit2":"\(GitLibrary.version)","build":"\(Version.build)"}

        """)
    default:
      let hint = nearest(to: invocation.arguments.text(.format) ?? "", among: ["text", "json"])
      throw UsageError("version is printed as text or json\(hint)")
    }
    return .clean
  }
}
