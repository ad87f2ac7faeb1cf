extension Chinese {
  /// The rules about globs.
  static let globRules = #"""
    A glob matches nothing, but would if case did not count
    glob 没有匹配任何文件，但如果不区分大小写就会匹配

    Git and the agent tell `App` from `app`, whatever the file system of the author does.
    无论作者的文件系统如何，git 和代理都区分 `App` 与 `app`。

    Write the path in the letters that `git ls-files` prints.
    请按 `git ls-files` 输出的字母书写路径。

    `**` is not a whole component and means `*`
    `**` 不是完整的路径段，其含义是 `*`

    Only a component that is exactly `**` matches any number of directories. In `**.yaml`, `a**` or `{**/,}` it is a plain `*` and stays in one directory.
    只有恰好是 `**` 的路径段才匹配任意层目录。在 `**.yaml`、`a**` 或 `{**/,}` 中它只是普通的 `*`，停留在一层目录之内。

    Set `**` between slashes: `/**/*.yaml`.
    请把 `**` 放在斜杠之间：`/**/*.yaml`。

    A selected file is larger than the agent takes
    选中的文件大于代理所接受的大小

    The sync ends with `FileTooBig: TreeEntry: file is too big` and nothing is applied.
    同步会以 `FileTooBig: TreeEntry: file is too big` 结束，不会应用任何内容。

    Split the file, leave it out of the globs, or have max_manifest_file_size raised in the server's configuration.
    请拆分文件，不让 glob 选中它，或请人在服务器配置中提高 max_manifest_file_size。

    A glob matches only files below a directory with a dot
    glob 只匹配名称以点开头的目录之下的文件

    Files below a directory whose name begins with `.` are left out after they are matched, without a word. Files whose own name begins with `.` are not.
    名称以 `.` 开头的目录之下的文件在匹配之后会被跳过，没有任何提示。自身名称以 `.` 开头的文件则不会。

    Move the manifests to a directory whose name does not begin with a dot.
    请把清单移到名称不以点开头的目录。

    A glob selects a file that Git LFS keeps elsewhere
    glob 选中了由 Git LFS 存放在别处的文件

    The agent's server reads what git itself holds: the pointer's three lines, which are no manifest. The sync stops when they are decoded.
    代理的服务器读取的是 git 自身保存的内容：指针的三行文本，而它不是清单。解码时同步就会停止。

    Take the file out of Git LFS: remove its pattern from .gitattributes and add it anew with `git add --renormalize`.
    请把文件移出 Git LFS：从 .gitattributes 中删除其模式，然后用 `git add --renormalize` 重新添加。

    A class begins with `!`, which does not negate it
    字符类以 `!` 开头，但它不表示取反

    The agent's matcher knows only `[^…]`. `[!a]` matches `!` and `a`: the very files that were to be left out.
    代理的匹配程序只认识 `[^…]`。`[!a]` 匹配 `!` 和 `a`：恰恰是本想排除的文件。

    Write `[^…]`; put the `!` elsewhere in the class where it stands for itself.
    请写 `[^…]`；如果 `!` 表示它本身，请放在字符类的其他位置。

    A glob cannot match any file of a repository
    glob 不可能匹配仓库中的任何文件

    Paths are compared as git writes them, without `.`, `..`, empty components, or `/` at the end. One `/` at the beginning of a glob is taken off; blanks are part of it.
    路径按 git 的写法比较，没有 `.`、`..`、空的路径段或结尾的 `/`。glob 开头的一个 `/` 会被去掉；空格是它的一部分。

    Write the path as `git ls-files` prints it, with one `/` before it at most.
    请按 `git ls-files` 的输出书写路径，前面最多加一个 `/`。

    A glob selects no file
    glob 没有选中任何文件

    The agent takes it without a word. A manifest project that selects nothing is an empty one: with `prune: true`, the default since 14.0, all that was applied before is removed from the cluster.
    代理会接受它而没有任何提示。什么都没有选中的清单项目就是空项目：在 `prune: true`（从 14.0 起的默认值）时，之前应用的所有对象都会从集群中删除。

    Correct the glob, or take it out.
    请更正该 glob，或将其去掉。

    A glob selects a file that holds no Kubernetes objects
    glob 选中了不含 Kubernetes 对象的文件

    The agent decodes everything that its globs select, whatever the name. One file that is no Kubernetes object stops the sync: `Failed to decode manifest objects` (15.4 and later; before, `Failed to decode GitOps objects`).
    代理会解码其 glob 选中的所有文件，无论叫什么名称。只要有一个文件不是 Kubernetes 对象，同步就会停止：`Failed to decode manifest objects`（15.4 及以后；之前是 `Failed to decode GitOps objects`）。

    Keep manifests in a directory of their own and name it in the glob: `/manifests/**/*.yaml`.
    请把清单放在单独的目录中，并在 glob 中写明该目录：`/manifests/**/*.yaml`。

    Two globs of a manifest project select the same file
    一个清单项目的两个 glob 选中了同一个文件

    The sync ends with `path visited more than once` and nothing is applied. Before 13.12 the file was applied twice.
    同步会以 `path visited more than once` 结束，不会应用任何内容。在 13.12 之前，该文件会被应用两次。

    Make the globs disjoint; mostly one of them already covers the other.
    请让这些 glob 互不重叠；多数情况下其中一个已经包含另一个。

    A glob names a directory that is not in the repository
    glob 指明的目录不在仓库中

    From 16.3 on the sync ends with `NotFound: GetTreeEntries.Recv: file/directory/ref not found`. Before, the directory counts as empty, and with `prune: true` what was applied from it before is removed.
    从 16.3 起，同步会以 `NotFound: GetTreeEntries.Recv: file/directory/ref not found` 结束。在此之前，该目录被当作空目录，而在 `prune: true` 时，之前从中应用的对象会被删除。

    Correct the directory, or take the glob out.
    请更正目录，或去掉该 glob。

    The agent of 13.7 to 13.11 cuts the directory off the glob, not off the paths
    13.7 到 13.11 的代理会从 glob 中去掉目录，却不从路径中去掉

    `/team/app/*.yaml` becomes `*.yaml` there and is compared with `team/app/web.yaml`, which it does not match. Only a glob that goes on with `**/` behind its literal directories works. Fixed in 13.12.
    `/team/app/*.yaml` 在那里会变成 `*.yaml`，并与 `team/app/web.yaml` 比较，因而不匹配。只有在字面目录之后接着写 `**/` 的 glob 才有效。在 13.12 中修复。

    Write `**/` behind the directory, or move to GitLab 13.12 or later.
    请在目录之后写 `**/`，或升级到 GitLab 13.12 或更高版本。

    A glob selects a symbolic link
    glob 选中了符号链接

    The agent's server does not follow links. The agent gets the text of the link's target in place of a manifest, and the sync stops when it is decoded.
    代理的服务器不跟随链接。代理得到的是链接目标的文本而不是清单，解码时同步就会停止。

    Put the file itself there, or leave the link out of the globs.
    请把文件本身放在那里，或不让 glob 选中该链接。

    A glob is malformed
    glob 格式错误

    When a file leads the matcher to the malformed part, the sync ends with `glob … match failed: syntax error in pattern` and nothing is applied. Until then, and behind `**/`, the glob silently matches less than it says.
    当某个文件使匹配程序走到格式错误的部分时，同步会以 `glob … match failed: syntax error in pattern` 结束，不会应用任何内容。在那之前，以及在 `**/` 之后，该 glob 会悄悄地少匹配文件。

    Close every `[` and `{`, write `\-` for a hyphen in a class, and put a `\` before `[`, `{` and `\` that stand for themselves.
    请关闭每个 `[` 和 `{`，字符类中的连字符请写成 `\-`，表示本身的 `[`、`{` 和 `\` 之前请加 `\`。

    The globs make the agent look at more files than it takes
    glob 使代理查看的文件多于它所接受的数量

    The sync ends with `maximum number of files limit reached: 1000` and nothing is applied. Every file that is looked at counts, whether it matches or not, over all globs together: a recursive glob counts all files below its literal directory.
    同步会以 `maximum number of files limit reached: 1000` 结束，不会应用任何内容。每个被查看的文件都算数，无论是否匹配，所有 glob 合计：递归的 glob 会计入其字面目录之下的所有文件。

    Put the manifests into a directory of their own and name it in the glob, before the first `*`; or have max_number_of_files raised in the server's configuration.
    请把清单放在单独的目录中，并在 glob 的第一个 `*` 之前写明该目录；或请人在服务器配置中提高 max_number_of_files。

    A manifest project has more globs than the agent takes
    一个清单项目的 glob 多于代理所接受的数量

    The request is refused: `maximum number of GitOps paths per manifest project is 100, but … was requested`. Nothing is applied.
    请求会被拒绝：`maximum number of GitOps paths per manifest project is 100, but … was requested`。不会应用任何内容。

    Join globs with `{a,b}` and `**`, or have max_number_of_paths raised in the server's configuration.
    请用 `{a,b}` 和 `**` 合并 glob，或请人在服务器配置中提高 max_number_of_paths。

    The selected files together are larger than the agent takes
    选中的文件合计大于代理所接受的大小

    The sync ends with `FileTooBig: TreeEntry: file is too big` at the file that no longer fits, or with `unexpected negative remaining total file size`, and nothing is applied.
    同步会在第一个放不下的文件处以 `FileTooBig: TreeEntry: file is too big` 结束，或以 `unexpected negative remaining total file size` 结束，不会应用任何内容。

    Select fewer files, spread them over several agents, or have max_total_manifest_file_size raised in the server's configuration.
    请少选文件，分散到多个代理，或请人在服务器配置中提高 max_total_manifest_file_size。
    """#
}
