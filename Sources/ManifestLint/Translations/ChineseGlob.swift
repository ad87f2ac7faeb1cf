extension Chinese {
  /// What is said of globs and of the files that they select.
  static let glob = #"""
    it is a submodule, which the agent does not look into
    它是子模块，代理不会读取其中的内容

    there is no glob
    没有 glob

    the directory `{0}` of the glob `{1}` is not there
    glob `{1}` 的目录 `{0}` 不存在

    it is not below `{0}/`, where the glob `{1}` looks
    它不在 `{0}/` 之下，而 glob `{1}` 只查找那里

    the glob `{0}` looks at one directory only, not below `{1}/`
    glob `{0}` 只查找一个目录，不查找 `{1}/` 之下

    the glob `{0}` cannot be matched
    glob `{0}` 无法匹配

    it brings up a syntax error in the glob `{0}`
    它会引发 glob `{0}` 中的语法错误

    the sync ends before it
    同步在它之前就结束了

    it is below `{0}/`: the agent leaves out directories whose name begins with `.`, though the glob `{1}` matches
    它位于 `{0}/` 之下：代理会跳过名称以 `.` 开头的目录，即使 glob `{1}` 匹配

    the glob `{0}` ends at `{1}`, and the file is below it
    glob `{0}` 止于 `{1}`，而文件在其之下

    the glob `{0}` goes on below `{1}`
    glob `{0}` 还要查找 `{1}` 之下

    `{0}` does not match {1} of the glob `{2}`
    `{0}` 与 glob `{2}` 的{1}不匹配

    the glob `{0}` does not match it
    glob `{0}` 不匹配它

    the end
    末尾

    ; `{0}` would select {1} file(s)
    ；`{0}` 会选中 {1} 个文件

    ; write `{0}`
    ；请写成 `{0}`

    selects no file
    没有选中任何文件

    selects no file, and no other glob does
    没有选中任何文件，其他 glob 也没有

    selects no file, and no other glob does: with `prune: true` all that was applied is removed
    没有选中任何文件，其他 glob 也没有：在 `prune: true` 时，已应用的所有对象都会被删除

    the glob `{0}` is too complex to be resolved; write several simple ones
    glob `{0}` 过于复杂，无法解析；请写成几个简单的 glob

    syntax error in pattern
    模式中有语法错误

    the glob `{0}` is malformed and `{1}` brings it up, which ends the sync: {2}
    glob `{0}` 格式错误，而 `{1}` 会引发该错误，使同步中止：{2}

    the glob `{0}` is malformed, and no file of this tree makes the agent say so: {1}{2}
    glob `{0}` 格式错误，但此树中没有文件会让代理报告该错误：{1}{2}

    ; the glob {0}
    ；该 glob {0}

    `{0}` in the glob `{1}` matches `!` and what follows it, only `[^…]` negates{2}{3}
    glob `{1}` 中的 `{0}` 匹配 `!` 及其后的字符，只有 `[^…]` 表示取反{2}{3}

    `{0}` in the glob `{1}` is no whole component and means `*`, within one directory{2}{3}
    glob `{1}` 中的 `{0}` 不是完整的路径段，其含义是 `*`，只匹配一层目录{2}{3}

    it is empty but for the `/` at the beginning, if any
    除了开头可能有的 `/` 之外它是空的

    it begins or ends with a blank, which is part of the name
    它的开头或结尾有空格，而空格会成为名称的一部分

    git's paths have no component `.` or `..`
    git 的路径中没有 `.` 或 `..` 这样的路径段

    it ends with `/`, and no file's path does
    它以 `/` 结尾，而文件路径不会以其结尾

    git's paths have no empty component, and only one `/` at the beginning is taken off
    git 的路径中没有空的路径段，开头的 `/` 只会去掉一个

    `\/` does not match the `/` between components
    `\/` 不匹配路径段之间的 `/`

    the glob `{0}` can match no file: {1}; it {2}{3}
    glob `{0}` 不可能匹配任何文件：{1}；它{2}{3}

    the glob `{0}` can only match files below `{1}/`, and the agent leaves out directories whose name begins with `.`: it {2}
    glob `{0}` 只可能匹配 `{1}/` 之下的文件，而代理会跳过名称以 `.` 开头的目录：它{2}

    the glob `{0}` matches {1} file(s), all below directories whose name begins with `.`, which the agent leaves out: it {2}; move them to a directory without the dot
    glob `{0}` 匹配 {1} 个文件，它们都位于名称以 `.` 开头的目录之下，而代理会跳过这些目录：它{2}；请把它们移到名称不以点开头的目录

    the sync ends with an error
    同步会以错误结束

    it {0}
    它{0}

    the directory `{0}` of the glob `{1}` is not in the repository: {2}{3}
    glob `{1}` 的目录 `{0}` 不在仓库中：{2}{3}

    the glob `{0}` {1}; it would match `{2}` if case did not count, which it does
    glob `{0}` {1}；如果不区分大小写，它会匹配 `{2}`，但大小写是区分的

    the glob `{0}` {1}{2}
    glob `{0}` {1}{2}

    the agent of 13.7 to 13.11 compares whole paths with `{0}`, the rest of the glob `{1}`: it selects {2} file(s) and not {3}; write `/{4}/**/…`
    13.7 到 13.11 的代理会拿整个路径与 `{0}`（glob `{1}` 的其余部分）比较：它选中 {2} 个文件，而不是 {3} 个；请写成 `/{4}/**/…`

    take one of the two out
    请去掉其中一个

    make them disjoint
    请让两者互不重叠

    the glob `{0}` selects {1} file(s) that `{2}` selects too, first `{3}`; {4}
    glob `{0}` 选中了 `{2}` 也选中的 {1} 个文件，第一个是 `{3}`；{4}

    the manifest project has {0} globs, the agent takes {1}
    该清单项目有 {0} 个 glob，代理最多接受 {1} 个

    the globs make the agent look at {0} files, matching or not, and it takes {1}: {2}; name a directory that holds the manifests before the first wildcard
    这些 glob 使代理查看 {0} 个文件（无论是否匹配），而它最多接受 {1} 个：{2}；请在第一个通配符之前写明存放清单的目录

    `{0}` has {1} bytes, the agent takes {2} in one file
    `{0}` 有 {1} 字节，代理接受的单个文件最多为 {2} 字节

    the selected files have {0} bytes together, the agent takes {1}; `{2}` is the first that no longer fits
    选中的文件合计 {0} 字节，代理最多接受 {1} 字节；`{2}` 是第一个放不下的文件

    the `\` at the end quotes nothing
    末尾的 `\` 没有转义任何字符

    the `{` is never closed; write `\{` for the character itself
    `{` 一直没有关闭；如果要表示该字符本身，请写 `\{`

    a group with `/` in it stands behind other characters of a component; write one glob for each alternative
    含有 `/` 的分组跟在同一路径段的其他字符之后；请为每个备选项各写一个 glob

    the `[` is never closed; write `\[` for the character itself
    `[` 一直没有关闭；如果要表示该字符本身，请写 `\[`

    the class `[]` is empty; write `\[` or `\]` for a bracket itself
    字符类 `[]` 是空的；如果要表示括号本身，请写 `\[` 或 `\]`

    the class `{0}` has a `-` that is no range's, or a `\` that quotes nothing; write `\-` for a hyphen itself
    字符类 `{0}` 中有不属于任何范围的 `-`，或没有转义任何字符的 `\`；如果要表示连字符本身，请写 `\-`

    `{0}` is a symbolic link: the agent gets the text `{1}` in place of a manifest; put the file itself there or leave it out of the globs
    `{0}` 是符号链接：代理得到的是文本 `{1}` 而不是清单；请把文件本身放在那里，或不让 glob 选中它

    `{0}` is a Git LFS pointer: the agent gets its text, not the file that it stands for
    `{0}` 是 Git LFS 指针：代理得到的是指针的文本，而不是它所代表的文件

    `{0}` is {1} and holds no Kubernetes objects: the agent fails to decode it and applies nothing; narrow the glob to a directory that holds manifests only
    `{0}` 是{1}，其中没有 Kubernetes 对象：代理无法解码它，因而什么都不应用；请把 glob 收窄到只存放清单的目录

    a settings file of manifest-lint (.gitlab/manifest-lint.yaml is never selected)
    manifest-lint 的设置文件（.gitlab/manifest-lint.yaml 则不会被选中）

    a GitLab CI configuration
    GitLab CI 配置

    a values file of Helm
    Helm 的 values 文件

    the description of a Helm chart
    Helm chart 的描述文件

    an input of Kustomize, which the agent does not run,
    Kustomize 的输入（代理不会运行 Kustomize）

    a Docker Compose file
    Docker Compose 文件

    a file of a package manager
    包管理器的文件

    a text document
    文本文档
    """#
}
