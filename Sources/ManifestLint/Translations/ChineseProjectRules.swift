extension Chinese {
  /// The rules about projects.
  static let projectRules = #"""
    A manifest project stands in the list twice
    一个清单项目在列表中出现两次

    The agent applies nothing of the section: `Failed to apply manifest projects configuration … duplicate source id: X`. A left-out id is this project's.
    代理不会应用该 section 的任何内容：`Failed to apply manifest projects configuration … duplicate source id: X`。没有写 id 就是本项目。

    Put all globs under one entry. Only 13.10 to 13.12 allow entries that differ.
    请把所有 glob 放在一个条目下。只有 13.10 到 13.12 允许内容不同的条目。

    Two ids differ in upper and lower case only
    两个 id 只有大小写不同

    The agent takes them for two projects and starts two workers over one: each prunes what the other applies.
    代理把它们当作两个项目，并为同一个项目启动两个 worker：每个都会清理另一个所应用的内容。

    Keep one entry, written as the project's path is.
    请只保留一个条目，并按项目路径的写法书写。

    The id is no full path of a project
    该 id 不是项目的完整路径

    GitLab looks an id up as a number or as a full path with a slash, and finds nothing else: `GetObjectsToSynchronize.Recv failed … code = NotFound desc = project not found`. Before 14.2 the agent logs nothing at all.
    GitLab 把 id 当作编号或含有斜杠的完整路径查找，其他形式都找不到：`GetObjectsToSynchronize.Recv failed … code = NotFound desc = project not found`。在 14.2 之前，代理完全不记录日志。

    Write group/subgroup/project: no URL, no slash at an end, no .git, no blanks.
    请写 group/subgroup/project：不写 URL，结尾不加斜杠，不写 .git，不含空格。

    The id is a project's number
    该 id 是项目编号

    It is found, but a push is compared with the path: changes wait for the next poll, up to five minutes.
    项目能找到，但推送是按路径比较的：更改要等到下一次轮询，最长五分钟。

    Write the full path.
    请写完整路径。

    The agent may not read the manifest project
    代理不能读取该清单项目

    Only the configuration's own project, or a project that anonymous visitors may download, is read: `GetObjectsToSynchronize.Recv failed … desc = project not found`. Internal is not enough, and membership never helps.
    只能读取配置所在的项目，或匿名访客可以下载的项目：`GetObjectsToSynchronize.Recv failed … desc = project not found`。内部（internal）可见性不够，成员身份也没有帮助。

    Keep the manifests in the project of the configuration, or make their project public.
    请把清单放在配置所在的项目中，或把清单所在的项目设为公开。

    It is not known which project this repository is
    不知道此仓库是哪个项目

    Whether a manifest project is this one decides if it may be private. Every one that the projects file does not list is taken to be this repository.
    清单项目是不是本项目，决定了它能否是私有的。项目文件没有列出的每一个都被当作本仓库。

    Name the project: --project group/project, or `project:` in the settings.
    请指明项目：--project group/project，或设置中的 `project:`。

    The manifests of an entry are in another branch, tag or commit
    某个条目的清单在另一个分支、标签或提交中

    From 15.7 on an entry may name a `ref`; the agent then applies what that commit holds. A check of another tree says nothing of it.
    从 15.7 起条目可以写 `ref`；代理会应用该提交中的内容。检查另一棵树说明不了它的情况。

    Check that commit too: `manifest-lint check --rev REF`.
    请也检查该提交：`manifest-lint check --rev REF`。

    The reference cannot be the name of a branch, tag or commit
    该引用不可能是分支、标签或提交的名称

    `refs/heads/` or `refs/tags/` is put in front, and the result is not found: `GitOps: repository poll failed: NotFound`. A commit must be a full id.
    前面会加上 `refs/heads/` 或 `refs/tags/`，结果就找不到：`GitOps: repository poll failed: NotFound`。提交必须写完整的 id。

    Write the short name of the branch or tag, or the full id of the commit.
    请写分支或标签的短名称，或提交的完整 id。

    The repository has no such branch or tag
    仓库中没有这个分支或标签

    `GitOps: repository poll failed: NotFound: InfoRefsUploadPack: file/directory/ref not found` (15.8 and later; before, the agent tries again in silence).
    `GitOps: repository poll failed: NotFound: InfoRefsUploadPack: file/directory/ref not found`（15.8 及以后；之前代理会不作提示地重试）。

    Correct the name, or push the branch or tag first.
    请更正名称，或先推送该分支或标签。

    The manifest project is public, its repository is not
    清单项目是公开的，但其代码仓库不是

    An anonymous visitor may not download the code, so the agent may not: `project not found`.
    匿名访客不能下载代码，因此代理也不能：`project not found`。

    Open the repository to everyone (Settings, Visibility), or keep the manifests in the project of the configuration.
    请对所有人开放代码仓库（Settings、Visibility），或把清单放在配置所在的项目中。

    The id is sample text of the documentation
    该 id 是文档中的示例文本

    There is no such project: `project not found`, or the entry is ignored silently.
    没有这样的项目：`project not found`，或该条目被不作提示地忽略。

    Write the full path of your project or group.
    请写你的项目或群组的完整路径。

    Nothing is known of the manifest project's visibility
    对该清单项目的可见性一无所知

    If it is not public, the agent does not read it: `project not found`.
    如果它不是公开的，代理就不会读取它：`project not found`。

    List the project in the projects file (--projects); ci-templates/fetch-projects.sh writes one.
    请把该项目列入项目文件（--projects）；ci-templates/fetch-projects.sh 可以生成该文件。
    """#
}
