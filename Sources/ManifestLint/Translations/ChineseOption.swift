extension Chinese {
  /// What each option does.
  static let option = #"""
    the repository (default: the one around the current directory)
    仓库（默认：当前目录所在的仓库）

    check what is on disk (the default of check)
    检查磁盘上的内容（check 的默认方式）

    check what the next commit would hold: the index
    检查下一次提交的内容：暂存区

    check a commit, branch or tag
    检查某个提交、分支或标签

    judge only the Nth of M parts of the files, for `merge`
    只判定全部文件 M 个部分中的第 N 个，供 `merge` 使用

    compare with this commit: what is created, changed and pruned
    与此提交比较：会创建、更改和清理什么

    read a repository that belongs to somebody else
    允许读取属于其他用户的仓库

    the full path of this project
    本项目的完整路径

    the visibility of this project
    本项目的可见性

    what is known of other projects (YAML, JSON or CSV)
    关于其他项目的已知信息（YAML、JSON 或 CSV）

    a local clone of another project, whose manifests are checked too; repeatable
    另一个项目的本地克隆，其清单也会检查；可重复

    the registered agents: names, one a line, or GitLab's JSON
    已注册的代理：每行一个名称，或 GitLab 的 JSON

    whose contract for config.yaml holds, such as 15.7
    config.yaml 按哪个 GitLab 版本判断，例如 15.7

    1.36, a list 1.29,1.31 or a range 1.29..1.34 (default: the newest)
    1.36、列表 1.29,1.31 或范围 1.29..1.34（默认：最新版本）

    whether what only server-side apply refuses is a warning or an error
    只被 server-side apply 拒绝的内容算警告还是错误

    only this agent; repeatable
    只检查此代理；可重复

    pass over files that match; repeatable
    跳过匹配的文件；可重复

    change the severity of a rule, or of all of a category, or switch it off; repeatable
    更改一条规则或整个类别的严重程度，或将其关闭；可重复

    set a limit by its name; repeatable
    按名称设置限制；可重复

    CustomResourceDefinitions in a file or folder define their kinds; repeatable
    文件或目录中的 CustomResourceDefinition 定义其 kind；可重复

    schema files of other kinds, by kubeconform's templates; repeatable
    其他 kind 的 schema 文件，按 kubeconform 的模板；可重复

    say nothing about kinds whose schema is not known
    对 schema 未知的 kind 不作报告

    a repository without any agent is an error
    没有任何代理的仓库算错误

    an object that could not be checked is an error
    无法检查的对象算错误

    comments in files do not silence findings
    文件中的注释不屏蔽问题

    do not count the findings listed in this file
    不计入此文件中列出的问题

    write the present findings to this file and exit 0
    把当前的问题写入此文件并以 0 退出

    the settings file (default: .manifest-lint.yaml of the checked tree)
    设置文件（默认：所检查的树中的 .manifest-lint.yaml）

    read no settings file
    不读取设置文件

    how many threads check files (default: one a processor)
    检查文件的线程数（默认：每个处理器一个）

    give up after so long, such as 30s, with exit status 3
    超过此时间（例如 30s）后放弃，退出状态为 3

    keep verdicts on files in this folder, so that each is judged once
    把对文件的判断保存在此目录中，使每个文件只判断一次

    what goes to standard output (default: text)
    标准输出的格式（默认：text）

    also write this report; repeatable
    另外写入此报告；可重复

    the least severity that makes exit status 1 (default: error)
    使退出状态为 1 的最低严重程度（默认：error）

    exit so (4 to 125) when all findings are below the threshold
    所有问题都低于阈值时的退出状态（4 到 125）

    where the rules' pages are, for links: URL/CATEGORY/NAME.md
    规则页面的位置，用于链接：URL/CATEGORY/NAME.md

    colours in text (default: auto)
    文本是否带颜色（默认：auto）

    the language of messages (default: as LC_ALL, LC_MESSAGES or LANG say)
    消息的语言（默认：按 LC_ALL、LC_MESSAGES 或 LANG）

    no summary line
    不输出汇总行

    say more about the run
    输出更多运行信息

    say where the time went
    输出各步骤的用时

    show help
    显示帮助

    show the version
    显示版本

    what findings on the default branch do to a push (default: refuse)
    默认分支上的问题如何影响推送（默认：refuse，拒绝）

    what findings on another branch do to a push (default: warn)
    其他分支上的问题如何影响推送（默认：warn，警告）

    what happens to a push that could not be checked (default: refuse)
    无法检查的推送如何处理（默认：refuse，拒绝）

    whether the repository's own settings count (default: honour)
    仓库自己的设置是否有效（默认：honour，有效）

    append one JSON line for every push to this file, or to `syslog`
    把每次推送以一行 JSON 追加到此文件，或写入 `syslog`

    where the pusher reads on; shown below the findings
    推送者进一步阅读的网址；显示在问题之后

    what changes between two releases, such as 1.29..1.34
    两个版本之间的变化，例如 1.29..1.34

    the name under which standard input is judged
    标准输入按哪个文件名判断

    print what kas decodes, as JSON; the exit status is kas's verdict
    以 JSON 输出 kas 解码的结果；退出状态是 kas 的判断

    print the ids of the other projects that are named
    输出所提到的其他项目的 id

    how the agent reads the file (default: manifest)
    代理如何读取该文件（默认：manifest）

    the generation of the stream splitter (default: the newest)
    数据流切分器的版本（默认：最新）

    print the parser's events
    输出解析器的事件

    with --events: where each one is
    与 --events 同用：输出每个事件的位置

    match paths against one bare pattern
    用单个模式匹配路径

    match PATTERN<TAB>PATH lines of standard input
    匹配标准输入中的 PATTERN<TAB>PATH 行

    with --batch: the fields are hexadecimal
    与 --batch 同用：字段是十六进制

    end each path with NUL instead of a line feed
    每个路径以 NUL 而不是换行符结束

    say for every other file why it is not selected
    对其他每个文件说明为何没有选中

    print the JSON Schema of the settings file
    输出设置文件的 JSON Schema

    write what certainly mends findings to the files of the work tree
    把确定能修正问题的更改写入工作区中的文件

    show as a diff what --fix would write
    以 diff 显示 --fix 会写入的内容

    validate the settings only
    只校验设置

    replace a hook that somebody else wrote
    替换由他人写入的钩子

    remove the hook
    删除钩子

    print the manual page, for man
    输出手册页，供 man 使用
    """#
}
