extension Chinese {
  /// What is said of projects and of who may read them.
  static let project = #"""
    user_access has no access_as: before GitLab 18.3 nobody gets access; add access_as: {agent: {}}
    user_access 没有 access_as：在 GitLab 18.3 之前没有人会得到访问权限；请加上 access_as: {agent: {}}

    {0}.{1} has {2} entries; GitLab reads the first {3}, and drops this one and all behind it
    {0}.{1} 有 {2} 个条目；GitLab 只读取前 {3} 个，会丢弃这一个及其后的所有条目

    {0} stands in {1}.{2} twice; the last entry wins
    {0} 在 {1}.{2} 中出现了两次；以最后一个为准

    listed first
    首次列出的位置

    {0} is sample text; write the full path of your project or group
    {0} 是示例文本；请写你的项目或群组的完整路径

    {0} is a number; entries are looked up by their full path
    {0} 是数字；条目按完整路径查找

    no project has the path {0}: {1}{2}
    没有任何项目的路径是 {0}：{1}{2}

    no group has the path {0}: {1}{2}
    没有任何群组的路径是 {0}：{1}{2}

    {0} is the configuration's own project, which has access without an entry; take the entry out
    {0} 就是该配置所在的项目，不需要条目就有访问权限；请去掉该条目

    {0} is not below {1}: GitLab ignores the entry, take it out
    {0} 不在 {1} 之下：GitLab 会忽略该条目，请将其去掉

    for it the group's environments and access_as do not count
    对它来说，群组条目的 environments 和 access_as 不起作用

    the entry adds nothing
    该条目没有增加任何权限

    {0} lies below the group {1}, which is listed too: {2}; take the entry out unless that is meant
    {0} 位于群组 {1} 之下，而该群组也已列出：{2}；除非有意如此，请去掉该条目

    {0} can match no environment: {1}
    {0} 不可能匹配任何环境：{1}

    access_as.{0} needs GitLab Premium; without it write agent: {}
    access_as.{0} 需要 GitLab Premium；没有时请写 agent: {}

    it is blank
    它是空白

    it has a blank at an end
    它的一端有空格

    {0} is in no environment's name, and only * stands for other text
    环境名称中不会有 {0}，只有 * 能代表其他文本

    it is written like a regular expression; only * stands for other text
    它写得像正则表达式；只有 * 能代表其他文本

    no name begins or ends with /
    名称不会以 / 开头或结尾

    {0} is a project's number: pushes do not reach the agent at once, write the full path
    {0} 是项目编号：推送不会立即通知代理，请写完整路径

    no project has the id {0}: {1}{2}
    没有任何项目的 id 是 {0}：{1}{2}

    {0} is taken to be this repository; name this repository's project with --project
    {0} 被当作本仓库；请用 --project 指明本仓库所属的项目

    nothing tells which project has the number {0}; it is taken to be this repository, write the full path
    无从得知编号 {0} 是哪个项目；它被当作本仓库，请写完整路径

    keep the manifests in the configuration's project, or make theirs public
    请把清单放在配置所在的项目中，或把清单所在的项目设为公开

    project {0} is hidden or about to be deleted: no agent can read it
    项目 {0} 已隐藏或即将删除：任何代理都无法读取它

    project {0} is {1} and not the configuration's own: the agent may not read it (project not found); {2}
    项目 {0} 的可见性是 {1}，且不是该配置所在的项目：代理不能读取它（project not found）；{2}

    disabled
    已停用的

    open to members only
    仅对成员开放的

    the repository of project {0} is {1}: the agent may not read it (project not found); open it to everyone
    项目 {0} 的代码仓库是{1}：代理不能读取它（project not found）；请对所有人开放

    nothing is known of project {0}: unless it is public, the agent may not read it; list it in the projects file
    对项目 {0} 一无所知：除非它是公开的，否则代理不能读取它；请把它列入项目文件

    {0} is no full commit id: 40 hexadecimal digits in lower case are expected
    {0} 不是完整的提交 id：应为 40 个小写十六进制数字

    branch
    分支

    tag
    标签

    {0} is looked for as {1}; write the {2}'s short name{3}
    {0} 会按 {1} 查找；请写{2}的短名称{3}

    git allows no {0} with the name {1}
    git 不允许{0}使用名称 {1}

    this repository has no {0} {1}{2}
    此仓库没有{0} {1}{2}

    of this project
    （本项目的）

    duplicate source id {0}: the agent applies nothing of gitops; put all paths under one entry
    duplicate source id {0}：代理不会应用 gitops 中的任何内容；请把所有路径放在一个条目下

    {0} and {1} are one project to GitLab and two to the agent; keep one
    对 GitLab 来说 {0} 和 {1} 是同一个项目，对代理来说是两个；请只保留一个

    the number is too large for a project
    数字太大，不可能是项目编号

    it is a URL
    它是 URL

    it has a line break
    它含有换行

    it has a blank
    它含有空格

    it begins with a slash
    它以斜杠开头

    it ends in a slash
    它以斜杠结尾

    it has two slashes in a row
    它含有连续两个斜杠

    * stands for nothing here
    * 在此不代表任何内容

    it is a placeholder
    它是占位符

    it ends in .git
    它以 .git 结尾

    it has a colon; the agent's name is no part of it
    它含有冒号；代理的名称不属于其中

    paths have letters, digits, '-', '_' and '.' only
    路径只能含有字母、数字、“-”、“_”和“.”

    it has no group in front
    它前面没有群组

    {0} is no full path of a project: {1}
    {0} 不是项目的完整路径：{1}

    project {0} is listed twice
    项目 {0} 列出了两次

    id is {0}; a project's number is expected
    id 是 {0}；应为项目编号

    unknown key {0}; there are {1}
    未知的键 {0}；可用的有 {1}

    the projects file cannot be read: {0}
    无法读取项目文件：{0}

    the projects file is {0}; a mapping from full path to visibility is expected
    项目文件是{0}；应为从完整路径到可见性的映射

    a visibility, or a mapping with {0}, is expected
    应为可见性，或含有 {0} 的映射

    the line has {0} cells; the header has {1}
    该行有 {0} 个单元格；表头有 {1} 个
    """#
}
