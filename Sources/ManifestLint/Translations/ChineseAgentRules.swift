extension Chinese {
  /// The rules about agents' configurations.
  static let agentRules = #"""
    user_access without access_as grants nothing
    没有 access_as 的 user_access 不授予任何权限

    The file decodes, but before 18.3 nobody gets access until access_as is there.
    文件可以解码，但在 18.3 之前，没有 access_as 就没有人能得到访问权限。

    Add `access_as: {agent: {}}`, or `{user: {}}` with Premium.
    请加上 `access_as: {agent: {}}`，有 Premium 时也可以用 `{user: {}}`。

    The kind of access needs a paid tier
    该访问方式需要付费版本

    On the Free tier `impersonate`, `ci_job` and `user` have no effect.
    在 Free 版本中，`impersonate`、`ci_job` 和 `user` 不起作用。

    Make sure that the instance has Premium, or use `agent: {}`.
    请确认实例有 Premium，或使用 `agent: {}`。

    The cadence is no cron expression
    cadence 不是 cron 表达式

    The agent refuses the configuration when it applies it: `cadence is invalid`.
    代理在应用配置时会拒绝它：`cadence is invalid`。

    Write five fields (minute, hour, day, month, weekday 0 to 6), or @daily and its like, in quotes.
    请写五个字段（分钟、小时、日、月、星期 0 到 6），或 @daily 之类的写法，并加引号。

    The configuration says nothing
    配置没有任何内容

    An empty file is an empty configuration from 13.8 on; 13.7 refuses it.
    从 13.8 起，空文件就是空配置；13.7 会拒绝它。

    Write a section, or remove the file: from 14.7 on an agent without one works the same.
    请写一个 section，或删除该文件：从 14.7 起，没有配置文件的代理效果相同。

    The configuration is marked executable
    配置带有可执行标记

    The server reads it all the same; the mode has no effect.
    服务器照样会读取它；该权限位不起作用。

    Take the mark off: git update-index --chmod=-x PATH.
    请去掉该标记：git update-index --chmod=-x PATH。

    The agent's folder has no config.yaml
    代理的目录中没有 config.yaml

    From 14.7 on a missing file equals an empty configuration. Before, the agent logs `agent configuration file: FileNotFound` for ever.
    从 14.7 起，缺少文件等于空配置。在此之前，代理会不断记录 `agent configuration file: FileNotFound`。

    Add config.yaml to the folder, or remove the folder.
    请在目录中添加 config.yaml，或删除该目录。

    The configuration is no regular file
    配置不是普通文件

    The server reads blobs only. Of a symbolic link it gets the target's path as text, of a Git LFS file the pointer (`syntax error (line 1:1): unexpected token`), and a folder or a submodule is `file is not a usual file`.
    服务器只读取 blob。对符号链接，它得到的是目标路径的文本；对 Git LFS 文件，得到的是指针（`syntax error (line 1:1): unexpected token`）；对目录或子模块则是 `file is not a usual file`。

    Commit the configuration itself at this path, as a regular file without Git LFS.
    请在此路径提交配置本身，作为普通文件，不使用 Git LFS。

    The file looks like an agent's configuration and is read by no agent
    该文件看起来像代理的配置，却没有代理读取

    The server asks for exactly `.gitlab/agents/<name>/config.yaml`, letter by letter; a missing file equals an empty configuration, and nothing is logged.
    服务器只请求 `.gitlab/agents/<name>/config.yaml`，字母必须完全一致；缺少文件等于空配置，也不记录任何日志。

    Move the file to .gitlab/agents/<name>/config.yaml.
    请把文件移到 .gitlab/agents/<name>/config.yaml。

    The configuration is larger than the server reads
    配置大于服务器所读取的大小

    The server refuses it before reading: `FileTooBig: TreeEntry: file is too big … object size (N) is bigger than the maximum allowed size (131072)`.
    服务器在读取之前就会拒绝它：`FileTooBig: TreeEntry: file is too big … object size (N) is bigger than the maximum allowed size (131072)`。

    Make the file smaller, or let the administrator raise agent.configuration.max_configuration_file_size.
    请减小文件，或请管理员提高 agent.configuration.max_configuration_file_size。

    The configuration holds a credential
    配置含有凭据

    Everyone who can read the repository can use it, now and in the history. The agent needs none: no key of the file takes a token or a private key.
    能读取仓库的人现在和以后都能通过历史使用它。代理不需要凭据：该文件没有任何键接受令牌或私钥。

    Revoke the credential, then take it out of the file.
    请吊销该凭据，然后将其从文件中删除。

    The duration cannot be read
    时长无法读取

    The server refuses the whole file: `invalid google.protobuf.Duration value "60m"`, or `unexpected token 3600` for a number.
    服务器会拒绝整个文件：`invalid google.protobuf.Duration value "60m"`，对数字则是 `unexpected token 3600`。

    Write seconds with an s behind, such as 3600s or 1.5s; no other unit is known.
    请写秒数并在其后加 s，例如 3600s 或 1.5s；不认识其他单位。

    The duration is negative
    时长是负数

    The server takes it, and the agent then waits for a time that has passed.
    服务器会接受它，而代理之后会等待一个已经过去的时间。

    Write a positive number of seconds; 0s means not to wait.
    请写正的秒数；0s 表示不等待。

    A group of the list covers the entry already
    列表中的某个群组已包含该条目

    Entries are not merged: for this project only its own entry counts, without the environments and access_as of the group's.
    条目不会合并：对该项目只有它自己的条目有效，群组条目的 environments 和 access_as 不起作用。

    Take the entry out unless its settings shall differ from the group's.
    请去掉该条目，除非其设置要与群组的不同。

    The list has the same project or group twice
    列表中同一个项目或群组出现两次

    Ids are compared without regard to case, and the last entry wins.
    id 的比较不区分大小写，以最后一个条目为准。

    Keep one of the entries.
    请只保留其中一个条目。

    The id is no path of a project or group
    该 id 不是项目或群组的路径

    GitLab looks for a project or group of exactly this full path; without one the entry is ignored silently.
    GitLab 会查找完整路径与此完全一致的项目或群组；找不到时该条目会被不作提示地忽略。

    Write the full path, group/subgroup/project: no URL, no slash at an end, no wildcard.
    请写完整路径 group/subgroup/project：不写 URL，结尾不加斜杠，不用通配符。

    The list has more entries than GitLab reads
    列表的条目多于 GitLab 所读取的数量

    Only the first 100 entries count (500 from 17.0 on); the rest is dropped silently.
    只有前 100 个条目有效（从 17.0 起为 500 个）；其余会被不作提示地丢弃。

    Name groups instead of their projects.
    请写群组，而不是逐一写其中的项目。

    The entry lies under another top-level group
    该条目位于另一个顶级群组之下

    Projects and groups count only below the top-level group, or user, of the configuration's own project; others are ignored silently, unless an administrator of 18.x allows them.
    只有配置所在项目的顶级群组（或用户）之下的项目和群组有效；其他会被不作提示地忽略，除非 18.x 的管理员允许它们。

    Take the entry out, or move the project below the same top-level group.
    请去掉该条目，或把该项目移到同一个顶级群组之下。

    The project has access without an entry
    该项目不需要条目就有访问权限

    Jobs of the configuration's own project may always use the agent.
    配置所在项目的作业始终可以使用该代理。

    Take the entry out unless its settings are needed.
    请去掉该条目，除非需要其设置。

    A number stands where a name is meant
    应为名称的位置上是数字

    The server takes any number. One without a name makes the agent refuse the configuration: `Failed to apply configuration … log level: unrecognized level: "99"`.
    服务器接受任何数字。没有名称的数字会使代理拒绝该配置：`Failed to apply configuration … log level: unrecognized level: "99"`。

    Write the name.
    请写名称。

    The value is none of the names that are allowed
    该值不在允许的名称之中

    The server refuses the whole file: `invalid value for enum type: "warning"`. Names count letter by letter; `off` is the boolean false in YAML.
    服务器会拒绝整个文件：`invalid value for enum type: "warning"`。名称必须逐字一致；`off` 在 YAML 中是布尔值 false。

    Write one of the names of the list.
    请写列表中的名称之一。

    The environment can match no environment's name
    该环境不可能匹配任何环境的名称

    An entry matches letter by letter, and only `*` stands for any text: blanks at an end, regular expressions and classes are taken as they are.
    条目逐字匹配，只有 `*` 代表任意文本：两端的空格、正则表达式和字符类都按字面处理。

    Write the name of the environment, or a part of it with *, such as review/*.
    请写环境的名称，或带 * 的部分名称，例如 review/*。

    The GitLab version does not know this key
    该 GitLab 版本不认识此键

    To a server that is too old, or too new, for the key it is an unknown field, and the whole file is refused: `unknown field "X"`.
    对这个键来说过旧或过新的服务器会把它当作未知字段，并拒绝整个文件：`unknown field "X"`。

    Check against the version that the instance runs (--gitlab-version), or leave the key out until it does.
    请按实例运行的版本检查（--gitlab-version），或在实例支持之前不写该键。

    No path of a Flux Kustomization selects what the glob selects
    Flux Kustomization 没有任何路径能选中该 glob 选中的文件

    A Kustomization takes one folder and every .yaml and .yml file below it, or what a kustomization.yaml in the folder lists.
    Kustomization 包含一个目录及其下所有 .yaml 和 .yml 文件，或该目录中 kustomization.yaml 所列的文件。

    Move the files to a folder of their own, or list them in a kustomization.yaml.
    请把文件移到单独的目录，或把它们列在 kustomization.yaml 中。

    The agent's own GitOps is on its way out
    代理自带的 GitOps 即将停用

    Deprecated in 16.2; from 17.0 on nothing is synchronised any more, and what was applied stays in the cluster unwatched.
    在 16.2 中弃用；从 17.0 起不再同步任何内容，已应用的对象会留在集群中而无人看管。

    Move to Flux: a GitRepository and a Kustomization take the place of each manifest project. Use --gitlab-version to name the version that the instance runs.
    请迁移到 Flux：每个清单项目由一个 GitRepository 和一个 Kustomization 代替。请用 --gitlab-version 指明实例运行的版本。

    The change takes the last agent's configuration away
    此更改移除了最后一个代理的配置

    Since GitLab 14.7 a missing file is an empty configuration: the agent goes on without an error, stops applying manifests, and nobody gets access through it. What it applied before stays in the cluster and is no longer looked after. Up to 14.6 the server sends `agent configuration file: FileNotFound`.
    从 GitLab 14.7 起，缺少文件就是空配置：代理会继续运行而不报错，停止应用清单，也没有人能通过它得到访问权限。它之前应用的对象会留在集群中，不再有人管理。14.6 及之前的服务器会发送 `agent configuration file: FileNotFound`。

    Put the file back; or, when the agent is to go, delete the agent in GitLab and what it applied in the cluster.
    请恢复该文件；如果确实要停用该代理，请在 GitLab 中删除该代理，并在集群中删除它所应用的对象。

    The folder's name cannot be the name of an agent
    该目录名不可能是代理的名称

    GitLab refuses to register such an agent: `can contain only lowercase letters, digits, and '-', but cannot start or end with '-'`. No agent reads the folder.
    GitLab 会拒绝注册这样的代理：`can contain only lowercase letters, digits, and '-', but cannot start or end with '-'`。没有代理会读取该目录。

    Rename the folder to 1 to 63 lower-case letters, digits and dashes, and register the agent by that name.
    请把目录重命名为 1 到 63 个小写字母、数字和短横线，并以该名称注册代理。

    The default namespace cannot be the name of a namespace
    默认命名空间不可能是命名空间的名称

    The server does not look at it. Every object without a namespace, and the inventory, then fails in the cluster: `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'`.
    服务器不检查它。之后，每个没有写命名空间的对象以及 inventory 都会在集群中失败：`a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'`。

    Write 1 to 63 lower-case letters, digits and dashes, a dash neither first nor last.
    请写 1 到 63 个小写字母、数字和短横线，短横线不能在开头或结尾。

    The repository has no agent's configuration
    仓库中没有代理的配置

    There is no .gitlab/agents/<name>/config.yaml, so nothing of an agent was checked.
    没有 .gitlab/agents/<name>/config.yaml，因此没有检查任何与代理有关的内容。

    Add the file if an agent is registered in this project.
    如果此项目中注册了代理，请添加该文件。

    The branch is not the one that the agent reads
    该分支不是代理读取的分支

    The server reads configurations from the project's default branch and nowhere else.
    服务器只从项目的默认分支读取配置，不从其他位置读取。

    Merge the branch into the default branch to bring the configuration into effect.
    请把该分支合并到默认分支，使配置生效。

    The text is none of those that are allowed
    该文本不在允许的值之中

    The server refuses the whole file: `value must be in list [ none client server]`. The words count letter by letter.
    服务器会拒绝整个文件：`value must be in list [ none client server]`。这些词必须逐字一致。

    Write one of the words of the list.
    请写列表中的词之一。

    The folder belongs to no registered agent
    该目录不属于任何已注册的代理

    The server asks for the folders of registered agents only: nothing reads this one.
    服务器只请求已注册代理的目录：没有代理会读取这个目录。

    Register an agent by this name, correct the folder's name, or remove the folder.
    请以该名称注册代理，更正目录的名称，或删除该目录。

    Two keys exclude each other
    两个键互相排斥

    The server refuses the whole file: `error parsing "tag", oneof gitlab.agent.agentcfg.GitRefCF.ref is already set`.
    服务器会拒绝整个文件：`error parsing "tag", oneof gitlab.agent.agentcfg.GitRefCF.ref is already set`。

    Keep one of the keys. A key without a value does not count.
    请只保留其中一个键。没有值的键不算。

    A registered agent has no configuration
    已注册的代理没有配置

    The agent runs with an empty configuration (from 14.7 on; before, it logs `FileNotFound`). A folder with a name a little different is the usual cause.
    代理会以空配置运行（从 14.7 起；之前它会记录 `FileNotFound`）。常见的原因是目录名略有不同。

    Add .gitlab/agents/<name>/config.yaml, or correct the folder's name.
    请添加 .gitlab/agents/<name>/config.yaml，或更正目录的名称。

    A value is missing or empty that must be there
    必需的值缺失或为空

    The server refuses the whole file: `value length must be at least 1 bytes`, `value is required` or `value must contain at least 1 item(s)`.
    服务器会拒绝整个文件：`value length must be at least 1 bytes`、`value is required` 或 `value must contain at least 1 item(s)`。

    Write the value. A key with nothing behind it is absent: an empty choice is written `agent: {}`.
    请写出该值。其后没有内容的键等于没有写：空的选项要写成 `agent: {}`。

    The file is no mapping
    该文件不是映射

    The whole configuration is refused, `protojson.Unmarshal: proto: syntax error (line 1:1): unexpected token`; the agent keeps running with the last good one.
    整个配置会被拒绝，`protojson.Unmarshal: proto: syntax error (line 1:1): unexpected token`；代理会继续使用最后一份正确的配置。

    Start the file with a section such as `ci_access:`, and put a blank behind the colon.
    请以 `ci_access:` 之类的 section 作为文件的开头，并在冒号之后加空格。

    GitLab does not take the setting's value
    GitLab 不接受该设置的值

    The file decodes, and GitLab's own check refuses the value later. For remote_development no setting of the section can change until it is mended.
    文件可以解码，但之后 GitLab 自己的检查会拒绝该值。对于 remote_development，在修正之前该 section 的任何设置都无法更改。

    Write a value as the documentation of the setting asks.
    请按该设置的文档书写值。

    No version of the agent knows this key
    没有任何版本的代理认识此键

    The server refuses the whole file, the other sections too: `protojson.Unmarshal: proto: (line 1:2): unknown field "X"`. It names only the first one, and the agent keeps running with the last good configuration.
    服务器会拒绝整个文件，包括其他 section：`protojson.Unmarshal: proto: (line 1:2): unknown field "X"`。它只指出第一个，而代理会继续使用最后一份正确的配置。

    Correct the name (lower case, underscores, exact), move the key to the section where it belongs, or take it out. Keys that only hold anchors are unknown keys as well.
    请更正名称（小写、下划线、完全一致），把该键移到它所属的 section，或将其去掉。只用来放锚点的键也是未知键。

    A glob without quotes is read as YAML syntax
    没有加引号的 glob 被读作 YAML 语法

    An unquoted text that begins with `*` is an alias, with `!` a tag, with `{` or `[` a collection: the file is refused, `YAMLToJSON: yaml: … did not find expected alphabetic or numeric character`, or the glob is empty.
    不加引号的文本以 `*` 开头是别名，以 `!` 开头是标签，以 `{` 或 `[` 开头是集合：文件会被拒绝，`YAMLToJSON: yaml: … did not find expected alphabetic or numeric character`，或者 glob 是空的。

    Put the glob in single quotes.
    请给该 glob 加单引号。

    The value has the wrong type
    值的类型错误

    The server refuses the whole file: `invalid value for string type: 12345`, or `syntax error (line 1:C): unexpected token` where a mapping or list is expected.
    服务器会拒绝整个文件：`invalid value for string type: 12345`；在应为映射或列表的位置则是 `syntax error (line 1:C): unexpected token`。

    Write a value of the expected type. Numbers and words such as yes or on need quotes where text is wanted.
    请写符合预期类型的值。需要文本时，数字以及 yes、on 之类的词要加引号。
    """#
}
