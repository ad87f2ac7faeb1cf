extension Chinese {
  /// What the commands say of themselves and of wrong usage.
  static let command = #"""
    --{0} needs a value: --{1} {2}
    --{0} 需要一个值：--{1} {2}

    --{0} takes no value
    --{0} 不接受值

    --{0} '{1}' is not understood; write {2}{3}
    --{0} 的值“{1}”无法理解；请写 {2}{3}

    --{0} '{1}' is no number from {2} to {3}
    --{0} 的值“{1}”不是 {2} 到 {3} 之间的数字

    '{0}' is one word too many
    “{0}”是多余的

    unknown option '{0}'{1}
    未知选项“{0}”{1}

    Check the default branch of every bare repository below a folder
    检查某个目录之下每个裸仓库的默认分支

    audit needs the folder below which the repositories lie
    audit 需要存放仓库的目录

    there is no bare repository below '{0}'
    “{0}”之下没有裸仓库

    {0} repositories: {1}
    {0} 个仓库：{1}

    HEAD is detached
    HEAD 处于分离状态

    --baseline {0}: {1}
    --baseline {0}：{1}

    wrote a baseline of {0} findings to '{1}'
    已把含 {0} 个问题的基线写入“{1}”

    Check one tree: configurations, selected files, objects
    检查一棵树：配置、选中的文件、对象

    --fix writes to the work tree; --staged and --rev are only read
    --fix 会写入工作区；--staged 和 --rev 只读取

    Check the tree that git commit is about to write
    检查 git commit 即将写入的树

    Check the commit of a GitLab CI pipeline
    检查 GitLab CI 流水线的提交

    could not check: the time is up (--deadline)
    无法检查：已到时限（--deadline）

    see `manifest-lint help`
    参见 `manifest-lint help`

    could not check: {0}
    无法检查：{0}

    could not write to standard output
    无法写入标准输出

    unknown command '{0}'{1}
    未知命令“{0}”{1}

    Print a completion script
    输出命令补全脚本

    completions are made for bash, zsh and fish; name one{0}
    补全脚本支持 bash、zsh 和 fish；请指明一个{0}

    Check manifest files, without repository and agent
    检查清单文件，不需要仓库和代理

    Check agent configuration files, by their bytes alone
    只按内容检查代理的配置文件

    '{0}' is left as it is: its fixes do not fit together
    “{0}”保持原样：其各处修正互相冲突

    cannot read
    无法读取

    mended '{0}' in 1 place
    已修正“{0}”中的 1 处

    mended '{0}' in {1} places
    已修正“{0}”中的 {1} 处

    cannot rename
    无法重命名

    renamed '{0}' to '{1}'
    已把“{0}”重命名为“{1}”

    Tell which files the agent would send for globs
    说明代理会为 glob 发送哪些文件

    name a pattern
    请写明一个模式

    the pattern '{0}' is malformed
    模式“{0}”格式错误

    line {0} of standard input has no tab: PATTERN<TAB>PATH
    标准输入第 {0} 行没有制表符：PATTERN<TAB>PATH

    line {0} of standard input is not hexadecimal
    标准输入第 {0} 行不是十六进制

    will the GitLab agent read this configuration, find these files, be allowed to,\nand will the API server take every object? Answered before a commit, a merge, a push.
    GitLab agent 是否会读取此配置、找到这些文件、有权读取它们，\nAPI 服务器又是否会接受每个对象？在提交、合并、推送之前就给出答案。

    usage: manifest-lint COMMAND [OPTIONS]
    用法：manifest-lint 命令 [选项]

    `manifest-lint help COMMAND` tells its options.
    `manifest-lint help 命令` 会列出该命令的选项。

    Exit status: 0 clean, 1 findings, 2 wrong usage, 3 could not check.
    退出状态：0 没有问题，1 有问题，2 用法错误，3 无法检查。

    usage: manifest-lint {0} [OPTIONS]{1}
    用法：manifest-lint {0} [选项]{1}

    Tell what there is
    列出可用的命令和选项

    there is no command '{0}'{1}
    没有命令“{0}”{1}

    Write the hook file where git runs it
    把钩子文件写到 git 运行它的位置

    there are hooks {0}; '{1}' is none{2}
    可用的钩子有 {0}；“{1}”不是{2}

    '{0}' is there and was not written by manifest-lint; look at it, then use --force to replace it, or call `manifest-lint {1}` from it
    “{0}”已存在，且不是由 manifest-lint 写入的；请先查看，然后用 --force 替换它，或在其中调用 `manifest-lint {1}`

    there is no hook '{0}'
    没有钩子“{0}”

    cannot remove
    无法删除

    removed '{0}'
    已删除“{0}”

    cannot make executable
    无法设为可执行

    wrote '{0}'
    已写入“{0}”

    --limit '{0}' is not understood; write NAME=NUMBER
    --limit 的值“{0}”无法理解；请写 NAME=NUMBER

    Kubernetes {0} is not in the catalogue, which holds {1} to {2}
    目录中没有 Kubernetes {0}，它包含 {1} 到 {2}

    ; there are {0}
    ；可用的有 {0}

    there is no limit '{0}'{1}
    没有限制“{0}”{1}

    --rule '{0}' is not understood; write ID=off|info|warning|error{1}
    --rule 的值“{0}”无法理解；请写 ID=off|info|warning|error{1}

    --deadline '{0}' is no time; write 30s or 2m
    --deadline 的值“{0}”不是时间；请写 30s 或 2m

    Put the JSON reports of all shards together: the report of one run
    合并所有分片的 JSON 报告：得到一次完整运行的报告

    merge takes the JSON reports of all shards, from check or ci with --shard
    merge 需要所有分片的 JSON 报告，由带 --shard 的 check 或 ci 生成

    '{0}' is about {1}, and '{2}' about {3}
    “{0}”针对的是 {1}，而“{2}”针对的是 {3}

    '{0}' is about no tree that can be checked again
    “{0}”所针对的树无法再次检查

    --shard '{0}' is not understood; write N/M, from 1/M to M/M, with M up to {1}
    --shard 的值“{0}”无法理解；请写 N/M，从 1/M 到 M/M，M 最大为 {1}

    a baseline is written by the merge, not by one shard
    基线由 merge 写出，而不由单个分片写出

    Tell what each agent would apply, or what a change would do
    说明各代理会应用什么，或某个更改会带来什么

    a plan is printed as text, json or markdown{0}
    计划可以输出为 text、json 或 markdown{0}

    Check the commits that git push is about to send
    检查 git push 即将发送的提交

    '{0}' is no line of a push; git gives <local ref> <local id> <remote ref> <remote id>
    “{0}”不是推送的一行；git 给出的是 <local ref> <local id> <remote ref> <remote id>

    '{0}' is no line of a push; git gives <old> <new> <reference>
    “{0}”不是推送的一行；git 给出的是 <old> <new> <reference>

    Check a push on the server, before it is accepted
    在服务器上、接受推送之前检查推送

    Check one reference of a push, as git's update hook
    作为 git 的 update 钩子检查推送的一个引用

    update takes REF OLD NEW, as git gives them to its update hook
    update 的参数是 REF OLD NEW，即 git 传给其 update 钩子的参数

    did you mean {0}?
    是否想写 {0}？

    there are {0}
    可用的有 {0}

    unknown format '{0}'; {1}
    未知格式“{0}”；{1}

    --report '{0}' is not understood; write FORMAT=PATH
    --report 的值“{0}”无法理解；请写 FORMAT=PATH

    the time is up (--deadline)
    已到时限（--deadline）

    the manifest check could not run: {0}
    清单检查无法运行：{0}

    Nothing was checked; the push is accepted, as the server's settings say.
    没有检查任何内容；按服务器的设置，推送被接受。

    Nothing was checked, so the push is refused; please tell an administrator.
    没有检查任何内容，因此推送被拒绝；请告知管理员。

    1 finding
    1 个问题

    and {0} more
    另有 {0} 个

    The push is refused; `manifest-lint check` shows all of it before the next one.
    推送被拒绝；下次推送之前可用 `manifest-lint check` 查看全部问题。

    The push is accepted, although the agent {0} reads this reference.
    推送被接受，尽管代理 {0} 会读取此引用。

    The push is accepted.
    推送被接受。

    The push is accepted: its findings are only told here.
    推送被接受：其中的问题只在此告知。

    See {0}
    参见 {0}

    Print what the agent reads from a YAML file, as JSON
    以 JSON 输出代理从 YAML 文件中读取的内容

    List all rules
    列出所有规则

    rules are printed as text or json{0}
    规则可以输出为 text 或 json{0}

    Tell what a rule means and what to do
    说明规则的含义和处理办法

    name a rule; `manifest-lint rules` lists them
    请指明一条规则；`manifest-lint rules` 会列出所有规则

    Tell what the catalogue knows of kinds, fields and releases
    说明目录中关于 kind、字段和版本的信息

    schemas are printed as text or json{0}
    schema 可以输出为 text 或 json{0}

    '{0}' names no releases of the catalogue, which holds {1} to {2}
    “{0}”不是目录中的版本，目录包含 {1} 到 {2}

    --diff '{0}' is no range of releases; write 1.29..1.34
    --diff 的值“{0}”不是版本范围；请写成 1.29..1.34

    {0}; the repository's settings do not count
    {0}；仓库的设置不起作用

    there is no baseline '{0}' in the repository
    仓库中没有基线“{0}”

    {0}; the baseline does not count
    {0}；基线不起作用

    Tell the settings in force and where each comes from
    说明生效的设置及其来源

    the settings are right
    设置正确

    --stdin-filename '{0}' is not in the work tree '{1}'
    --stdin-filename 的值“{0}”不在工作区“{1}”中

    Tell the version of the program and of what it knows
    说明程序及其所含数据的版本

    version is printed as text or json{0}
    版本可以输出为 text 或 json{0}

    '{0}' is too long for the name of a socket
    “{0}”作为套接字的名称太长

    cannot write to
    无法写入

    the verdict cache is not used: {0}
    未使用判断缓存：{0}

    cannot use
    无法使用

    '{0}' is no folder
    “{0}”不是目录

    '{0}' can be written by others; it must belong to the user who runs the check, with mode 700 or 755
    “{0}”可以被其他用户写入；它必须属于运行检查的用户，权限为 700 或 755

    the verdict cache was not written: {0}
    未写入判断缓存：{0}

    cannot write
    无法写入

    checked {0} of {1} files
    已检查 {1} 个文件中的 {0} 个

    {0} is larger than {1} bytes
    {0} 大于 {1} 字节

    {0} '{1}': {2}
    {0}“{1}”：{2}

    {0} exclude each other
    {0} 互相排斥

    '{0}': {1}
    “{0}”：{1}

    --project-checkout '{0}' is not understood; write PATH=DIR
    --project-checkout 的值“{0}”无法理解；请写 PATH=DIR

    the clone '{0}' of {1} has no {2}; fetch it
    {1} 的克隆“{0}”中没有 {2}；请获取（fetch）它

    --crd '{0}' holds no CustomResourceDefinition
    --crd 指定的“{0}”中没有 CustomResourceDefinition

    '{0}' holds no JSON schema
    “{0}”中没有 JSON schema

    --schema-location '{0}' is on a network, and this program reads local files only: download the schemas, or give the CustomResourceDefinitions with --crd
    --schema-location 的值“{0}”在网络上，而本程序只读取本地文件：请下载这些 schema，或用 --crd 给出 CustomResourceDefinition

    --schema-location '{0}': '{{' is not closed
    --schema-location 的值“{0}”：“{{”没有关闭

    --schema-location '{0}': there is no variable '{1}'; there are {2}
    --schema-location 的值“{0}”：没有变量“{1}”；可用的有 {2}

    false: {0}
    false：{0}

    there are two settings files, {0}; keep one
    有两个设置文件 {0}；请只保留一个

    {0} is larger than a settings file can be
    {0} 超过了设置文件的最大大小

    {0} is '{1}'; write true or false
    {0} 是“{1}”；请写 true 或 false

    a mapping of settings is expected
    应为设置的映射

    unknown setting '{0}'{1}
    未知的设置“{0}”{1}

    '{0}' may stand in a server's settings only
    “{0}”只能写在服务器的设置中

    '{0}' takes {1}
    “{0}”接受{1}

    a value
    一个值

    a list of texts
    文本列表

    a mapping from names to values
    从名称到值的映射
    """#
}
