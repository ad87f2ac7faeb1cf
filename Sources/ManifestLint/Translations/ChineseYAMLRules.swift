extension Chinese {
  /// The rules about YAML.
  static let yamlRules = #"""
    Aliases that expand to too much
    别名展开后过大

    The agent counts the nodes that it visits through aliases against all: `document contains excessive aliasing`.
    代理会把经由别名访问到的节点数与全部节点数相比：`document contains excessive aliasing`。

    Write the repeated parts out, or split the document.
    请把重复的部分展开写出，或拆分文档。

    Two keys that differ in YAML and are equal in JSON
    两个在 YAML 中不同、在 JSON 中相同的键

    `1` and `"1"`, or `true` and `"true"`, become one JSON key, and which value survives is random from run to run (Go's map order).
    `1` 与 `"1"`，或 `true` 与 `"true"`，会成为同一个 JSON 键，而保留哪个值每次运行都是随机的（Go 的 map 顺序）。

    Remove one of the two.
    请删除其中一个。

    A character that turns the direction of the text
    改变文本方向的字符

    Bidirectional controls (U+202A to U+202E, U+2066 to U+2069) make a line look other than it is read: reviewers see another manifest than the one that is applied.
    双向控制字符（U+202A 到 U+202E、U+2066 到 U+2069）会使一行显示的样子与读取的内容不同：评审者看到的清单不是实际应用的清单。

    Remove it, or write it as an escape in double quotes.
    请删除它，或在双引号内写成转义序列。

    `!!binary` data that JSON cannot carry
    JSON 无法承载的 `!!binary` 数据

    The agent decodes the base64 and puts the bytes into a JSON string; bytes that are no UTF-8 become U+FFFD.
    代理会解码 base64 并把字节放入 JSON 字符串；不是 UTF-8 的字节会变成 U+FFFD。

    Remove the tag: a Secret's data and a ConfigMap's binaryData take base64 as it is.
    请删除标签：Secret 的 data 和 ConfigMap 的 binaryData 直接接受 base64。

    Text or a wrong indicator behind `|` or `>`
    `|` 或 `>` 之后有文本或错误的指示符

    The header of a block scalar takes one of `+ -` and one digit from 1 to 9, then the line must end: `did not find expected comment or line break`.
    块标量的头部只接受 `+ -` 之一和一个 1 到 9 的数字，然后该行必须结束：`did not find expected comment or line break`。

    Begin the text on the next line, deeper than the key.
    请从下一行开始写文本，缩进要比键更深。

    A byte order mark inside the text
    文本中间的字节顺序标记

    The reader drops U+FEFF only where an input begins; elsewhere it is part of a key or value, and nothing shows it.
    读取程序只在输入的开头去掉 U+FEFF；在其他位置它会成为键或值的一部分，而且看不出来。

    Remove it.
    请删除它。

    A byte or character that the agent's reader refuses
    代理的读取程序拒绝的字节或字符

    The reader takes UTF-8 only and refuses control characters everywhere, in comments too: `control characters are not allowed`, `invalid leading UTF-8 octet`.
    读取程序只接受 UTF-8，并在任何位置（包括注释中）拒绝控制字符：`control characters are not allowed`、`invalid leading UTF-8 octet`。

    Save the file as UTF-8; write a control character as an escape in double quotes ("\x01").
    请把文件保存为 UTF-8；控制字符请在双引号内写成转义序列（"\x01"）。

    A tag that the agent does not know
    代理不认识的标签

    Tags such as `!Ref` or `!secret` do nothing: the text behind one becomes a string, with nothing behind it the empty string, and on mappings and lists every tag is ignored.
    `!Ref` 或 `!secret` 之类的标签不起作用：其后的文本成为字符串，其后没有内容则成为空字符串，而映射和列表上的任何标签都会被忽略。

    Quote a text that begins with `!`; otherwise remove the tag.
    以 `!` 开头的文本请加引号；否则请删除标签。

    A `%` directive that the agent refuses
    代理拒绝的 `%` 指令

    Only `%YAML 1.1` and `%TAG` are known, and in manifests no directive works at all, because the stream is cut at `---` first: `found incompatible YAML document`, `did not find expected <document start>`.
    只认识 `%YAML 1.1` 和 `%TAG`，而在清单中任何指令都不能用，因为数据流先在 `---` 处被切开：`found incompatible YAML document`、`did not find expected <document start>`。

    Remove the line; nothing needs it.
    请删除该行；没有任何内容需要它。

    A `---` line with something behind it
    `---` 行之后还有内容

    Since apimachinery 0.22 only blanks and a comment may follow `---` at a line's start: `invalid Yaml document separator`. Older agents took such a line for text of the document before it.
    从 apimachinery 0.22 起，行首的 `---` 之后只能有空格和注释：`invalid Yaml document separator`。更早的代理会把这样的行当作前一个文档的文本。

    Begin the document on the next line.
    请从下一行开始写文档。

    A key stands twice in one mapping
    一个映射中同一个键出现两次

    The agent keeps the last value and drops the others without a word, so the API server never sees them. In config.yaml this is a warning.
    代理只保留最后一个值，并不作任何提示地丢弃其他值，因此 API 服务器看不到它们。在 config.yaml 中这是警告。

    An escape in double quotes that the agent does not know
    双引号内有代理不认识的转义序列

    In double quotes a backslash begins an escape, and unlike JSON and YAML 1.2 the agent's dialect has no `\/`: `found unknown escape character`.
    在双引号内反斜杠开始一个转义序列；与 JSON 和 YAML 1.2 不同，代理的方言没有 `\/`：`found unknown escape character`。

    Write `\\` for a backslash, or use single quotes, in which it is plain text.
    反斜杠请写成 `\\`，或改用单引号，它在其中只是普通文本。

    The last line of a block of text has no line end
    文本块的最后一行没有换行符

    In config.yaml the text then ends without a line end, although `|` and `>` keep one otherwise; in manifests the agent adds it.
    在 config.yaml 中文本因此没有换行符结尾，尽管 `|` 和 `>` 通常会保留一个；在清单中代理会补上它。

    End the file with a line end.
    请以换行符结束文件。

    A comma, a value or a bracket is missing inside brackets
    括号内缺少逗号、值或括号

    Between elements stands one comma, and a key and its colon are on one line: `did not find expected node content`, `did not find expected ',' or '}'`.
    元素之间要有一个逗号，键与其冒号要在同一行：`did not find expected node content`、`did not find expected ',' or '}'`。

    Write one comma between two elements and quote texts with brackets or commas.
    请在两个元素之间写一个逗号，并给含有括号或逗号的文本加引号。

    Content that the agent never reads
    代理永远不会读取的内容

    Of config.yaml, and of each part of a manifest file between `---` lines, only the first document is read. What follows `...`, a complete bracket or quote, or a line that is indented less than the first is dropped without an error.
    config.yaml 以及清单文件中 `---` 行之间的每一部分都只读取第一个文档。`...`、完整的括号或引号之后的内容，或缩进小于第一行的行，会被丢弃而不报错。

    Separate manifests by `---`; keep one document in config.yaml.
    请用 `---` 分隔清单；config.yaml 中只保留一个文档。

    A line stands at a column that fits nothing above it
    一行所在的列与上方任何内容都不对齐

    Columns decide what belongs together: `did not find expected key`, `did not find expected '-' indicator`, `block sequence entries are not allowed in this context`.
    列决定哪些内容属于一起：`did not find expected key`、`did not find expected '-' indicator`、`block sequence entries are not allowed in this context`。

    Align the line with the entries that it belongs to.
    请让该行与它所属的各项对齐。

    A character that looks like a blank, or like nothing, and is text
    看起来像空格或看不见、但属于文本的字符

    A no-break space (U+00A0), an ideographic space or a zero-width character separates nothing: `a:` with a no-break space behind it is no key.
    不间断空格（U+00A0）、全角空格或零宽字符不起分隔作用：`a:` 之后是不间断空格时，它不是键。

    Replace it by a blank, or write it as an escape in double quotes.
    请换成空格，或在双引号内写成转义序列。

    A line break that editors do not show
    编辑器不显示的换行

    NEL (U+0085), LS (U+2028) and PS (U+2029) end a line for the agent, also a comment: what looks like a part of it is read as YAML.
    NEL（U+0085）、LS（U+2028）和 PS（U+2029）对代理来说会结束一行，也会结束注释：看起来属于注释的内容会被当作 YAML 读取。

    Replace it by a line end, or by an escape in double quotes.
    请换成换行符，或在双引号内写成转义序列。

    A file that begins like JSON is no JSON
    开头像 JSON 的文件不是 JSON

    When the first byte that is no blank is `{` the agent reads the file as a stream of JSON objects; only newer ones try YAML when the first object fails.
    当第一个非空白字节是 `{` 时，代理会把文件当作 JSON 对象流读取；只有较新的代理会在第一个对象失败时再尝试 YAML。

    Mend the JSON, or begin the file with `---` to have it read as YAML.
    请修正 JSON，或在文件开头写 `---` 使其按 YAML 读取。

    A key that cannot be a JSON key
    不能成为 JSON 键的键

    Keys are texts, numbers or booleans: `invalid map key` for a mapping or list (an unquoted `{{ template }}` is one), `unsupported map key of type` for null and huge numbers.
    键是文本、数字或布尔值：映射或列表作为键（未加引号的 `{{ template }}` 就是）会得到 `invalid map key`，null 和极大的数字会得到 `unsupported map key of type`。

    Quote the key; render templates before they are committed.
    请给键加引号；模板请在提交之前渲染。

    A key that is read as another text than the written one
    键被读取的文本与书写的不同

    Plain keys are resolved like values: `on`, `y` and `yes` become the key "true", `1.10` becomes "1.1", `0644` becomes "420".
    不加引号的键会像值一样被解析：`on`、`y` 和 `yes` 会成为键 "true"，`1.10` 成为 "1.1"，`0644` 成为 "420"。

    Quote the key.
    请给键加引号。

    A carriage return without a line feed
    没有换行符的回车符

    YAML ends a line at a lone CR, the document splitter does not: a `---` behind it separates nothing.
    YAML 在单独的 CR 处结束一行，而文档切分器不会：其后的 `---` 不起分隔作用。

    Save the file with LF line ends.
    请用 LF 换行保存文件。

    A merge key takes back a value written before it
    合并键把写在它之前的值改回去

    The agent merges in place: keys before `<<` are overwritten by the merged ones, only keys after it win. Other readers let every written key win.
    代理会就地合并：`<<` 之前的键会被合并进来的键覆盖，只有其后的键才优先。其他读取程序则让所有写明的键优先。

    Write `<<` first in the mapping.
    请把 `<<` 写在映射的最前面。

    The value of `<<` is no mapping
    `<<` 的值不是映射

    A merge takes a mapping, an alias to one, or a list of those: `map merge requires map or sequence of maps as the value`.
    合并接受映射、映射的别名，或它们的列表：`map merge requires map or sequence of maps as the value`。

    Let the alias stand for a mapping, or put the key in quotes.
    请让别名指向映射，或给该键加引号。

    A key without a colon and a blank behind it
    键之后没有冒号和空格

    Among the keys of a mapping every line is `key: value`: `could not find expected ':'`. A colon counts only with a blank or the line's end behind it.
    映射的各键之间，每一行都是 `key: value`：`could not find expected ':'`。只有其后是空格或行尾的冒号才算数。

    Write `key: value` with a blank after the colon, or indent the line to continue text.
    请写成 `key: value`，冒号之后加空格；如果是接续文本，请缩进该行。

    A second colon where a value cannot be a mapping
    在值不能是映射的位置有第二个冒号

    A colon with a blank behind it makes a key, and a plain value cannot hold one: `mapping values are not allowed in this context`.
    其后是空格的冒号会构成键，而不加引号的值不能含有它：`mapping values are not allowed in this context`。

    Put quotes around the value, or write the mapping on lines of its own.
    请给值加引号，或把映射单独写成若干行。

    Infinity or NaN as a value
    值是无穷大或 NaN

    JSON has no such number: `json: unsupported value: +Inf`.
    JSON 没有这样的数字：`json: unsupported value: +Inf`。

    Write a number, or quote the word.
    请写一个数字，或给该词加引号。

    A number that is not kept as written
    没有按书写保留的数字

    Plain numbers become JSON numbers: a commit id such as `1234567e8` becomes 123456700000000, `1_000` becomes 1000, a version `1.10` becomes 1.1, digits beyond the precision of a 64-bit float are lost.
    不加引号的数字会成为 JSON 数字：提交 id `1234567e8` 会变成 123456700000000，`1_000` 变成 1000，版本 `1.10` 变成 1.1，超出 64 位浮点精度的位数会丢失。

    Quote it when it is a text.
    如果是文本请加引号。

    A number with leading zeros
    带前导零的数字

    A leading 0 makes an octal number (`010` is 8), but with an 8 or 9 in it the number is decimal (`0189` is 189). Quoted it stays what it is. File modes are not reported.
    前导 0 表示八进制数（`010` 是 8），但其中有 8 或 9 时则是十进制（`0189` 是 189）。加了引号就保持原样。文件权限不会报告。

    Quote it when it is a text (a code, a phone number), else drop the zeros.
    如果是文本（代码、电话号码）请加引号，否则去掉前导零。

    An alias inside the node that it stands for
    别名位于它所指代的节点之内

    Such a value would have no end: `anchor 'x' value contains itself`.
    这样的值没有尽头：`anchor 'x' value contains itself`。

    Move the alias out of the anchored node.
    请把别名移出被锚定的节点。

    A plain text begins with a character that means something in YAML
    不加引号的文本以 YAML 中有特殊含义的字符开头

    `*` begins an alias and `&` an anchor, and @ ` % may not begin a text: `did not find expected alphabetic or numeric character`, `found character that cannot start any token`.
    `*` 开始一个别名，`&` 开始一个锚点，而 @ ` % 不能作为文本的开头：`did not find expected alphabetic or numeric character`、`found character that cannot start any token`。

    Put the value in quotes.
    请给值加引号。

    A comment on a `---` line
    `---` 行上有注释

    Agents with apimachinery up to 0.21 do not take such a line for a separator: the document behind it is lost without an error. For them this is a warning.
    apimachinery 不高于 0.21 的代理不把这样的行当作分隔符：其后的文档会丢失而不报错。对这些代理来说这是警告。

    Put the comment on a line of its own.
    请把注释单独写成一行。

    A `---` line cuts a block of text
    `---` 行切断了文本块

    The stream is cut at every line that begins with `---`, before YAML is looked at. A block scalar ends there, and its other lines become a document of their own.
    数据流在解析 YAML 之前就会在每一个以 `---` 开头的行处被切开。块标量在那里结束，其余各行成为另一个文档。

    Indent the `---` as the text around it.
    请把 `---` 缩进到与周围文本一致。

    A text that other readers take for a number to base 60
    其他读取程序会当作六十进制数的文本

    The agent reads `22:30` as a text, but other YAML 1.1 readers (PyYAML, Ruby) make 1350 of it.
    代理把 `22:30` 读作文本，但其他 YAML 1.1 读取程序（PyYAML、Ruby）会得到 1350。

    Quote it, then all agree.
    请加引号，这样所有程序的结果一致。

    A tab where only blanks may indent
    只能用空格缩进的位置有制表符

    Tabs do not count as indentation: `found character that cannot start any token`, `found a tab character that violates indentation`.
    制表符不算缩进：`found character that cannot start any token`、`found a tab character that violates indentation`。

    Replace the tab by blanks; in a literal block give the indentation (`|2`).
    请把制表符换成空格；在文本块中请写明缩进深度（`|2`）。

    A tab between a key and its value
    键与值之间有制表符

    Here a tab is taken as a blank; at a line's start the same tab is an error.
    此处制表符被当作空格；同样的制表符出现在行首则是错误。

    Use a blank.
    请使用空格。

    A tag that cannot be read
    无法读取的标签

    A word that begins with `!` is a tag, its handle must be known and a blank must follow: `found undefined tag handle`, `did not find expected whitespace or line break`.
    以 `!` 开头的词是标签，其句柄必须已知，其后必须有空格：`found undefined tag handle`、`did not find expected whitespace or line break`。

    Put a text that begins with `!` in quotes.
    以 `!` 开头的文本请加引号。

    A value that does not fit its tag
    值与其标签不符

    `!!int`, `!!float`, `!!bool`, `!!null`, `!!timestamp` and `!!binary` are demands: `cannot decode !!str as a !!int`.
    `!!int`、`!!float`、`!!bool`、`!!null`、`!!timestamp` 和 `!!binary` 是强制要求：`cannot decode !!str as a !!int`。

    Remove the tag, or write a value of that kind.
    请删除标签，或写该类型的值。

    Nested deeper than the agent reads
    嵌套深度超过代理所能读取的

    10,000 levels of brackets, of indentation, or of JSON are the most: `exceeded max depth of 10000`.
    括号、缩进或 JSON 最多 10,000 层：`exceeded max depth of 10000`。

    Nest less.
    请减少嵌套。

    The file is beyond a limit of this check
    文件超出本检查的限制

    A file is read within bounds of bytes, documents and nodes, so that no input can exhaust a hook's machine. What lies beyond was not checked.
    文件在字节数、文档数和节点数的限制之内读取，使任何输入都无法耗尽钩子所在的机器。超出的部分没有检查。

    Split the file, or raise the limit that the message names.
    请拆分文件，或提高消息中指明的限制。

    Text behind a closing quote or bracket
    右引号或右括号之后有文本

    After a quoted text or a bracket the value is complete, and what follows on the line is not part of it: `did not find expected key`.
    带引号的文本或括号之后值就完整了，该行其后的内容不属于它：`did not find expected key`。

    Put the whole value in quotes.
    请给整个值加引号。

    A bracket or brace is opened and not closed
    方括号或花括号打开后没有关闭

    A flow collection runs over line ends until its bracket closes: `did not find expected ',' or ']'`.
    流式集合会跨行延续，直到括号关闭：`did not find expected ',' or ']'`。

    Close it, or put quotes around a text that begins with a bracket.
    请关闭它，或给以括号开头的文本加引号。

    A quote is opened and never closed
    引号打开后没有关闭

    Quoted text runs over line ends until its closing quote, so the rest of the document is swallowed: `found unexpected end of stream`, `found unexpected document indicator`.
    带引号的文本会跨行延续，直到右引号，因此文档的其余部分会被吞掉：`found unexpected end of stream`、`found unexpected document indicator`。

    Close the quote; in single quotes a quote is written twice (`''`).
    请关闭引号；在单引号内，引号要写两次（`''`）。

    An alias whose anchor is not known
    锚点未知的别名

    `*name` stands for the node that `&name` marked before it in the same document: `unknown anchor 'name' referenced`.
    `*name` 指代同一文档中在它之前由 `&name` 标记的节点：`unknown anchor 'name' referenced`。

    Set the anchor before the alias, or quote a text that begins with `*`.
    请在别名之前设置锚点，或给以 `*` 开头的文本加引号。

    The file is in UTF-16
    文件是 UTF-16 编码

    The agent reads config.yaml in UTF-16, but git shows it as binary and others fail.
    代理能读取 UTF-16 的 config.yaml，但 git 会把它显示为二进制，其他程序会失败。

    Save the file as UTF-8.
    请把文件保存为 UTF-8。

    A word that is read as a boolean
    被读作布尔值的词

    In YAML 1.1, which the agent reads, `yes`, `no`, `on`, `off`, `y` and `n` are booleans.
    代理按 YAML 1.1 读取，其中 `yes`、`no`、`on`、`off`、`y` 和 `n` 是布尔值。

    Write true or false when a boolean is meant, else quote the word.
    如果是布尔值请写 true 或 false，否则请给该词加引号。
    """#
}
