extension Chinese {
  /// The words of reports, plans and rule pages.
  static let report = #"""
    {0} to create, {1} to change, {2} to prune, {3} unchanged
    创建 {0} 个，更改 {1} 个，清理 {2} 个，{3} 个不变

    agent␣
    代理␣

    ␣from␣
    ，来自␣

    create
    创建

    change
    更改

    and more
    等

    prune␣
    清理

    keep ␣
    保留

    , prune is off
    ，prune 已关闭

    What changes in the clusters
    集群中的变化

    Agent␣
    代理␣

    {0}.
    {0}。

    ␣and more
    等

    prune
    清理

    keep
    保留

    ␣(prune is off)
    （prune 已关闭）

    no agent is configured
    没有配置任何代理

    no manifest project
    没有清单项目

    project␣
    项目␣

    with␣
    选项：

    to Flux:␣
    迁移到 Flux：

    , default namespace
    ，默认命名空间

    Plan
    计划

    No agent is configured.
    没有配置任何代理。

    Configured in␣
    配置文件：

    .
    。

    No manifest project.
    没有清单项目。

    Project␣
    项目␣

    Globs:␣
    glob：

    .␣
    。

    Takes {0}.
    包含 {0}。

    Option␣
    选项␣

    To move it to Flux:
    迁移到 Flux：

    , document {0}
    ，文档 {0}

    of the configuration
    （配置所在的项目）

    nothing here: the project is another repository
    此处没有内容：该项目是另一个仓库

    {0}, {1}
    {0}、{1}

    {0}, default namespace {1}
    {0}，默认命名空间 {1}

    {0} file
    {0} 个文件

    {0} files
    {0} 个文件

    {0} object
    {0} 个对象

    {0} objects
    {0} 个对象

    {0} error
    {0} 个错误

    {0} errors
    {0} 个错误

    {0} warning
    {0} 个警告

    {0} warnings
    {0} 个警告

    {0} info
    {0} 个提示

    {0} infos
    {0} 个提示

    {0} finding
    {0} 个问题

    {0} findings
    {0} 个问题

    {0} agent
    {0} 个代理

    {0} agents
    {0} 个代理

    {0} result
    {0} 个结果

    {0} results
    {0} 个结果

    {0} more finding
    另有 {0} 个问题

    {0} more findings
    另有 {0} 个问题

    {0} more object
    另有 {0} 个对象

    {0} more objects
    另有 {0} 个对象

    {0} more file
    另有 {0} 个文件

    {0} more files
    另有 {0} 个文件

    in␣
    位于␣

    agent:␣
    代理：

    agents:␣
    代理：

    related:␣
    相关：

    help:␣
    办法：

    see:␣
    参见：

    checked: {0}
    检查对象：{0}

    Findings
    问题

    Repository
    仓库

    ␣in␣
    ，位于␣

    , agent␣
    ，代理␣

    , agents␣
    ，代理␣

    Not checked
    未检查

    and {0}
    {0}

    Rules
    规则

    Remedy.
    办法：

    What each agent applies
    各代理应用的内容

    agent
    代理

    project
    项目

    globs
    glob 模式

    files
    文件

    in another repository, not read here
    在另一个仓库中，此处未读取

    none
    无

    file
    文件

    and
    以及

    {0} not shown.
    {0}未显示。

    What to do
    办法

    , in␣
    ，位于␣

    nothing found
    没有发现问题

    ; not checked:␣
    ；未检查：

    ,␣
    、

    , since {0}
    ，始于 {0}

    Why
    原因

    Remedy
    办法

    Bad
    错误示例

    Good
    正确示例

    To silence it
    如何屏蔽

    Former names
    曾用名

    Source
    依据

    Severity: {0}. Since {1}.
    严重程度：{0}。始于 {1}。

    Former names: {0}.
    曾用名：{0}。

    rule | severity |
    规则 | 严重程度 |

    why it is right here
    此处正确的理由

    {0} not checked: {1}
    {0}未检查：{1}

    {0} left out, the least severe ones: readers take {1} a run
    省略了{0}（最不严重的）：读取程序每次运行最多接受 {1} 个

    ␣against Kubernetes {0}
    （按 Kubernetes {0}）

    ␣in {0} s
    ，用时 {0} 秒

    , {0}
    ，{0}

    , {0} suppressed
    ，{0} 个已屏蔽

    {0}, {1}{2}{3}
    {0}，{1}{2}{3}

    ; rules (CEL) of {0} not evaluated
    ；{0}的规则（CEL）未求值

    checked {0}, {1}, {2}{3}{4}: {5}{6}{7}
    已检查 {0}、{1}、{2}{3}{4}：{5}{6}{7}

    ; {0} not checked ({1})
    ；{0}未检查（{1}）

    {0} or {1}
    {0}或{1}

    {0} and {1}
    {0}和{1}

    info
    提示

    warning
    警告

    error
    错误
    """#
}
