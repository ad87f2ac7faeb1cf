extension Chinese {
  /// What is said of agents' configurations.
  static let agent = #"""
    the branch is {0}; the server reads configurations from {1} only
    当前分支是 {0}；服务器只从 {1} 读取配置

    a submodule
    子模块

    a symbolic link
    符号链接

    the agent's folder {0} is {1}: the server does not look behind it; make it a folder
    代理的目录 {0} 是{1}：服务器不会读取它指向的内容；请改成普通目录

    each agent has a folder of its own: move the file to {0}
    每个代理都有自己的目录：请把文件移到 {0}

    the server reads config.yaml and no other name: rename {0}
    服务器只读取名为 config.yaml 的文件：请重命名 {0}

    the server reads no folder below an agent's: move the file to {0}
    服务器不读取代理目录之下的子目录：请把文件移到 {0}

    , which a server before GitLab 14.7 reports as an error
    ，GitLab 14.7 之前的服务器会将此报告为错误

    the folder of agent {0} has no config.yaml{1}
    代理 {0} 的目录中没有 config.yaml{1}

    config.yaml is a folder; the server reads a file of this name
    config.yaml 是一个目录；服务器读取的是这个名称的文件

    config.yaml is a symbolic link: the server reads the target's path as text, not the target
    config.yaml 是符号链接：服务器会把目标路径当作文本读取，而不是读取目标

    config.yaml is a submodule, which the server does not read
    config.yaml 是子模块，服务器不会读取

    config.yaml is marked executable, which has no effect
    config.yaml 带有可执行标记，这不起作用

    ; rename it to {0}
    ；请重命名为 {0}

    no agent can be called {0}: 1 to 63 lower-case letters, digits and '-' are allowed, and '-' neither first nor last{1}
    代理不能叫 {0}：允许 1 到 63 个小写字母、数字和“-”，且“-”不能在开头或结尾{1}

    {0} is {1}: the server does not look behind it
    {0} 是{1}：服务器不会读取它指向的内容

    the server reads {0} and no other place: move the file there
    服务器只读取 {0}，不读取其他位置：请把文件移到那里

    ; 1 file looks like one
    ；有 1 个文件看起来像

    ; {0} files look like one
    ；有 {0} 个文件看起来像

    there is no .gitlab/agents/<name>/config.yaml in this tree{0}
    此树中没有 .gitlab/agents/<name>/config.yaml{0}

    the file has {0} bytes; the server reads at most {1}
    文件有 {0} 字节；服务器最多读取 {1} 字节

    the file is a Git LFS pointer: the server reads the pointer, not the content
    该文件是 Git LFS 指针：服务器读取的是指针，而不是内容

    the configuration is empty, which GitLab 13.7 refuses; write a section
    配置是空的，GitLab 13.7 会拒绝；请写一个 section

    the configuration is empty
    配置是空的

    ; the character U+{0} in it looks like a blank, or like nothing
    ；其中的字符 U+{0} 看起来像空格，或者看不见

    ; names are written in lower case with underscores: {0}
    ；名称用小写字母和下划线书写：{0}

    ; write a blank after the dash: "- {0}: …"
    ；请在短横线之后加空格：“- {0}: …”

    ; it belongs at {0}
    ；它应当写在 {0}

    ; nothing may stand here, write {}
    ；此处不能有任何内容，请写 {}

    ; the keys here are {0}
    ；此处可用的键有 {0}

    the file is {0}; a mapping with sections such as ci_access or observability is expected
    该文件是{0}；应为含有 ci_access 或 observability 等 section 的映射

    {0} and {1} exclude each other; keep one of them
    {0} 和 {1} 互相排斥；请只保留一个

    a kubeconfig
    一份 kubeconfig

    a Kubernetes object of the kind {0}
    kind 为 {0} 的 Kubernetes 对象

    unknown field "kind": the file is {0}, not a configuration of an agent
    未知字段 "kind"：该文件是{0}，而不是代理的配置

    {0} is {1}; a list is expected{2}
    {0} 是{1}；应为列表{2}

    : put "- " before its first key
    ：请在第一个键之前加“- ”

    : write [{0}]
    ：请写成 [{0}]

    a mapping with the key {0}
    含有键 {0} 的映射

    a mapping; if this text is meant as {0}, write "{1}: {2}"
    映射；如果这段文本指的是 {0}，请写“{1}: {2}”

    {0} is {1}; expected is {2}
    {0} 是{1}；应为{2}

    text
    文本

    text; null is not allowed as an item of a list, write "" for empty
    文本；列表项不允许是 null，空文本请写 ""

    text, the full path such as "group/subgroup/project"
    文本，即完整路径，例如 "group/subgroup/project"

    text: put quotes around it, "{0}"
    文本：请加引号，写成 "{0}"

    true or false without quotes
    不加引号的 true 或 false

    a whole number of {0} bits
    {0} 位整数

    one of {0}
    {0} 之一

    {0} is {1}; expected is one of {2}{3}
    {0} 是{1}；应为 {2} 之一{3}

    ; there is no level that turns logging off, "error" is the quietest
    ；没有可以关闭日志的级别，“error”是输出最少的

    {0} is the number {1}, which stands for {2}; write the name
    {0} 是数字 {1}，它代表 {2}；请写名称

    {0} is the number {1}, which has no name; write one of {2}
    {0} 是数字 {1}，它没有名称；请写 {2} 之一

    write seconds with an s behind, such as "3600s"
    请写秒数并在其后加 s，例如 "3600s"

    {0} is {1}; a duration is text: {2}
    {0} 是{1}；时长要写成文本：{2}

    {0} is {1}: nothing can take a negative time
    {0} 是 {1}：没有任何操作能用负的时间

    {0} is {1}; at most {2}s are allowed
    {0} 是 {1}；最多允许 {2}s

    {0} is {1}, which is no duration; {2}{3}
    {0} 是 {1}，它不是时长；{2}{3}

    ␣in {0}
    （在 {0} 中）

    it was removed in GitLab {0}
    它已在 GitLab {0} 中移除

    ␣(by its documentation)
    （据其文档）

    it exists since GitLab {0}{1}
    它从 GitLab {0} 起存在{1}

    unknown field {0}{1} for GitLab {2}: {3}
    对于 GitLab {2}，字段 {0}{1} 是未知的：{3}

    unknown field {0}{1}{2}
    未知字段 {0}{1}{2}

    from GitLab 17.0 on nothing of it is synchronised
    从 GitLab 17.0 起其中的内容都不再同步

    gitops has no effect: {0}; move it to Flux
    gitops 不起作用：{0}；请迁移到 Flux

    gitops is deprecated since GitLab 16.2, and {0}; move to Flux
    gitops 从 GitLab 16.2 起已弃用，{0}；请迁移到 Flux

    judged by GitLab {0}, the last version with gitops: {1}; move to Flux, or name the version with --gitlab-version
    按 GitLab {0}（最后一个支持 gitops 的版本）判断：{1}；请迁移到 Flux，或用 --gitlab-version 指明版本

    in Flux: {0}
    在 Flux 中：{0}

    {0} in Flux: {1}
    在 Flux 中 {0}：{1}

    this line holds a token or a private key; revoke it, and take it out of the file
    此行含有令牌或私钥；请吊销它，并将其从文件中删除

    {0}.cadence is {1}: {2}
    {0}.cadence 是 {1}：{2}

    {0} is {1}, which no namespace can be called: 1 to 63 lower-case letters, digits or '-' are allowed, '-' neither first nor last
    {0} 是 {1}，命名空间不能叫这个名称：允许 1 到 63 个小写字母、数字或“-”，且“-”不能在开头或结尾

    {0} is missing; GitLab asks for it here
    缺少 {0}；GitLab 在此要求填写

    {0} is empty; GitLab asks for it here
    {0} 是空的；GitLab 在此要求填写

    a range of IPv4 addresses such as 10.0.0.0/8
    IPv4 地址范围，例如 10.0.0.0/8

    a DNS name in lower case
    小写的 DNS 名称

    , at most {0}
    ，最多 {0}

    {0} is {1}; GitLab takes at least {2}{3}
    {0} 是 {1}；GitLab 接受的最小值是 {2}{3}

    {0} is {1}; GitLab expects {2}
    {0} 是 {1}；GitLab 要求的是{2}

    remote_development is enabled without dns_zone; GitLab asks for it
    remote_development 已启用，但没有 dns_zone；GitLab 要求填写它

    the hours until stop and until termination are {0} together; GitLab takes at most 8760
    停止前与终止前的小时数合计为 {0}；GitLab 最多接受 8760

    allow_privilege_escalation needs use_kubernetes_user_namespaces: true or a default_runtime_class
    allow_privilege_escalation 需要 use_kubernetes_user_namespaces: true 或 default_runtime_class

    image_pull_secrets has {0} twice; GitLab asks for different names
    image_pull_secrets 中 {0} 出现了两次；GitLab 要求名称互不相同

    {0} needs one of {1}; nothing behind the key means absent
    {0} 需要 {1} 之一；键之后没有内容等于没有写

    the file
    该文件

    {0} is required and missing
    缺少 {0}，它是必需的

    {0} is required and nothing stands behind it
    {0} 是必需的，但其后没有内容

    {0} needs at least one item
    {0} 至少需要一项

    {0} is {1}; expected is {2}{3}
    {0} 是 {1}；应为 {2}{3}

    {0} must be greater than 0s
    {0} 必须大于 0s

    {0} must be greater than 0
    {0} 必须大于 0

    {0} must not be empty
    {0} 不能为空

    {0} is empty: {1} has no quotes, and a text that begins with ! is a tag; put it in single quotes
    {0} 是空的：{1} 没有加引号，而以 ! 开头的文本是标签；请加单引号

    minute
    分钟

    hour
    小时

    day of month
    日

    month
    月

    day of week
    星期

    nothing follows the time zone
    时区之后没有内容

    {0} is no duration
    {0} 不是时长

    {0} is unknown; there are {1}
    {0} 是未知的；可用的有 {1}

    it has {0} fields; expected are 5: minute, hour, day of month, month, day of week
    它有 {0} 个字段；应有 5 个：分钟、小时、日、月、星期

    the {0} {1}
    {0} {1}

    {0} has more than one /
    {0} 含有不止一个 /

    {0} has more than one -
    {0} 含有不止一个 -

    {0} is no number
    {0} 不是数字

    {0} has a step that is no number
    {0} 的步长不是数字

    {0} has the step 0
    {0} 的步长是 0

    {0} is out of range, {1} to {2}
    {0} 超出范围 {1} 到 {2}

    {0} ends before it begins
    {0} 的终点在起点之前

    an empty mapping
    空映射

    an empty list
    空列表

    an alias
    别名

    {0} ({1})
    {0}（{1}）

    the number {0} ({1})
    数字 {0}（{1}）

    a single file is listed as a resource in a kustomization.yaml of {0}
    单个文件要作为资源列在 {0} 的 kustomization.yaml 中

    path {0} takes all files below it, not only those of the pattern
    路径 {0} 会包含其下的所有文件，而不只是匹配该模式的文件

    path {0} also takes what lies in folders below it
    路径 {0} 还会包含其子目录中的文件

    path {0} leaves .json files out; list them in a kustomization.yaml
    路径 {0} 不包含 .json 文件；请把它们列在 kustomization.yaml 中

    path {0} also takes {1} files
    路径 {0} 还会包含 {1} 文件

    it is empty
    它是空的

    the list of agents is no JSON: {0}
    代理列表不是 JSON：{0}

    the list of agents has no list of names, and no list of objects with a name
    代理列表中既没有名称的列表，也没有带名称的对象的列表

    one name a line is expected
    每行应为一个名称

    no agent {0} is registered in this project{1}
    此项目中没有注册名为 {0} 的代理{1}

    the registered agent {0} has no {1}
    已注册的代理 {0} 没有 {1}

    a GitRepository source and a Kustomization for each entry
    每个条目对应一个 GitRepository 源和一个 Kustomization

    a HelmRelease for each entry
    每个条目对应一个 HelmRelease

    `spec.url` of the GitRepository
    GitRepository 的 `spec.url`

    `spec.targetNamespace` of the Kustomization, which also overrides a namespace that is written
    Kustomization 的 `spec.targetNamespace`，它也会覆盖已写明的命名空间

    `spec.path` of the Kustomization: one folder, taken with all below it
    Kustomization 的 `spec.path`：一个目录，包含其下的一切

    `spec.wait` and `spec.timeout` of the Kustomization
    Kustomization 的 `spec.wait` 和 `spec.timeout`

    nothing; `flux diff kustomization` shows what would change
    没有对应项；`flux diff kustomization` 会显示将有哪些变化

    `spec.prune` of the Kustomization, which has no default
    Kustomization 的 `spec.prune`，它没有默认值

    `spec.timeout` of the Kustomization
    Kustomization 的 `spec.timeout`

    nothing; the annotation `kustomize.toolkit.fluxcd.io/prune` keeps one object
    没有对应项；注解 `kustomize.toolkit.fluxcd.io/prune` 可以保留单个对象

    nothing; a Kustomization takes objects over when it applies them
    没有对应项；Kustomization 在应用对象时会接管它们

    `spec.ref` of the GitRepository
    GitRepository 的 `spec.ref`

    `spec.path` of the Kustomization, a folder; single files by a kustomization.yaml
    Kustomization 的 `spec.path`，即一个目录；单个文件用 kustomization.yaml 列出

    {0} has no quotes: {1}; put it in single quotes
    {0} 没有加引号：{1}；请加单引号

    a text that begins with * is an alias
    以 * 开头的文本是别名

    a text that begins with & is an anchor
    以 & 开头的文本是锚点

    a text that begins with ! is a tag
    以 ! 开头的文本是标签

    a text that begins with a bracket is a collection
    以括号开头的文本是集合

    the first character cannot begin a plain text
    不加引号的文本不能以该字符开头
    """#
}
